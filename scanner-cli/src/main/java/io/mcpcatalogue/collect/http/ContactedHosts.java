package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers which hosts were contacted for one target. Thread-safe. */
public final class ContactedHosts {
  private final Set<String> hosts = new ConcurrentSkipListSet<>();

  /**
   * Waits for the answer to a request, which is given up when it does not come. Its host was
   * contacted, however that ends, unless it has no address.
   */
  public <T> T await(CompletableFuture<T> answer, URI address, Deadline deadline)
      throws TimeoutException, InterruptedException, ExecutionException {
    try {
      T arrived = answer.get(Math.max(1, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
      add(address);
      return arrived;
    } catch (ExecutionException e) {
      if (!isUnknownHost(e.getCause())) {
        add(address);
      }
      throw e;
    } catch (TimeoutException | InterruptedException e) {
      answer.cancel(true);
      add(address);
      throw e;
    }
  }

  /** Whether a request failed before it went anywhere, since its host has no address. */
  public static boolean isUnknownHost(Throwable failure) {
    return failure instanceof ConnectException
        && failure.getCause() instanceof UnresolvedAddressException;
  }

  private void add(URI address) {
    hosts.add(Origin.of(address).hostAndPort());
  }

  /** A piece of work that contacts hosts. */
  public interface Work<T> {
    T run() throws CollectException;
  }

  /** Does a piece of work; should it fail, its failure tells the hosts. */
  public <T> T during(Work<T> work) throws CollectException {
    try {
      return work.run();
    } catch (CollectException e) {
      throw e.having(all());
    }
  }

  public Set<String> all() {
    return new TreeSet<>(hosts);
  }
}
