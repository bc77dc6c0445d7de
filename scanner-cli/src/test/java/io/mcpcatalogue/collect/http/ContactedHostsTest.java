package io.mcpcatalogue.collect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ContactedHostsTest {
  private static final URI ADDRESS = URI.create("https://one.example/mcp");

  private final ContactedHosts hosts = new ContactedHosts();
  private final CompletableFuture<String> answer = new CompletableFuture<>();

  @Test
  void aHostThatAnswersWasContacted() throws Exception {
    answer.complete("here");

    assertEquals("here", hosts.await(answer, ADDRESS, Deadline.after(Duration.ofSeconds(5))));
    assertEquals(Set.of("one.example"), hosts.all());
  }

  @Test
  void aHostThatFailsWasContactedAndOneWithoutAnAddressWasNot() {
    Throwable unknown = new ConnectException().initCause(new UnresolvedAddressException());
    answer.completeExceptionally(unknown);
    assertThrows(ExecutionException.class, () -> await(answer));
    assertEquals(Set.of(), hosts.all());

    assertThrows(
        ExecutionException.class,
        () -> await(CompletableFuture.failedFuture(new IOException("reset"))));
    assertEquals(Set.of("one.example"), hosts.all());
  }

  @Test
  void aHostThatIsSilentWasContactedAndIsWaitedForNoLonger() {
    assertThrows(TimeoutException.class, () -> await(answer));

    assertEquals(Set.of("one.example"), hosts.all());
    assertTrue(answer.isCancelled());
  }

  private void await(CompletableFuture<String> answer) throws Exception {
    hosts.await(answer, ADDRESS, Deadline.after(Duration.ofMillis(20)));
  }
}
