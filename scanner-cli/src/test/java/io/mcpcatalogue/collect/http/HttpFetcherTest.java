package io.mcpcatalogue.collect.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.AddressGuard.Reach;
import io.mcpcatalogue.collect.http.LocalServer.Reply;
import io.mcpcatalogue.model.Gap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
  private static final HttpLimits SMALL = new HttpLimits(10_000, 5, 3, Duration.ofSeconds(2));
  private static final AddressGuard ANY = new AddressGuard(false, true);

  private final ContactedHosts hosts = new ContactedHosts();
  @AutoClose private final LocalServer server = new LocalServer();

  @Test
  void getsAnAnswerSaysWhoAsksAndRecordsTheHost() throws Exception {
    server.at("/a?b=c", Reply.json("{}"));
    assertEquals("{}", get(server.uri("/a?b=c")).text());
    assertEquals(Set.of(server.hostAndPort()), hosts.all());
    String agent = server.requests().get(0).header("user-agent").orElseThrow();
    assertTrue(agent.startsWith("mcp-catalogue/"), agent);
  }

  @Test
  void followsARedirectOfTheSameOriginWithTheCredential() throws Exception {
    server.at("/old", Reply.of(301, "").with("location", "/new")).at("/new", Reply.json("1"));
    fetcher(ANY).get(server.uri("/old"), Map.of("Authorization", "Bearer t"), soon());
    assertEquals("Bearer t", server.requests().get(1).header("authorization").orElse(""));
  }

  @Test
  void neverCarriesACredentialToAnotherOrigin() throws Exception {
    try (LocalServer other = new LocalServer()) {
      other.at("/x", Reply.json("1"));
      server.at("/a", Reply.of(302, "").with("location", other.url() + "/x"));
      HttpAnswer answer =
          fetcher(ANY)
              .get(
                  server.uri("/a"),
                  Map.of("Authorization", "Bearer t", "X-Api-Key", "k", "Accept", "a/b"),
                  soon());
      assertEquals("1", answer.text());
      var headers = other.requests().get(0).headers();
      assertFalse(headers.containsKey("Authorization") || headers.containsKey("X-Api-Key"));
      assertEquals("a/b", headers.getFirst("Accept"));
      assertEquals(Set.of(server.hostAndPort(), other.hostAndPort()), hosts.all());
    }
  }

  @Test
  void endsARedirectLoop() {
    server.otherwise(request -> Reply.of(302, "").with("location", "/again"));
    assertFails(Gap.Kind.LIMIT, "redirected more than", server.uri("/a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "jar:file:/x!/y"})
  void followsNoRedirectOutOfHttp(String location) {
    server.at("/a", Reply.of(302, "").with("location", location));
    assertFails(Gap.Kind.NOT_ALLOWED, "only http and https", server.uri("/a"));
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() {
    server.at("/a", Reply.bytes(new byte[10_001]));
    assertFails(Gap.Kind.LIMIT, "larger than 10000 bytes", server.uri("/a"));
  }

  @Test
  void refusesABombOfGzip() throws Exception {
    server.at("/a", Reply.bytes(gzip(new byte[5_000_000])).with("content-encoding", "gzip"));
    assertFails(Gap.Kind.LIMIT, "larger than 10000 bytes", server.uri("/a"));
  }

  @Test
  void unpacksAnHonestGzip() throws Exception {
    byte[] plain = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    server.at("/a", Reply.bytes(gzip(plain)).with("content-encoding", "gzip"));
    assertArrayEquals(plain, get(server.uri("/a")).body());
  }

  @Test
  void reportsWhatIsNoGzip() {
    server.at("/a", Reply.bytes(new byte[] {1, 2, 3}).with("content-encoding", "gzip"));
    assertFails(Gap.Kind.MALFORMED, "no valid gzip", server.uri("/a"));
  }

  @Test
  void triesAgainWhatMayPass() throws Exception {
    AtomicInteger count = new AtomicInteger();
    server.at(
        "/a",
        request ->
            count.incrementAndGet() < 3
                ? Reply.of(503, "").with("retry-after", "0")
                : Reply.json("done"));
    assertEquals("done", get(server.uri("/a")).text());
    assertEquals(3, count.get());
  }

  @Test
  void endsAStormOf429() throws Exception {
    server.otherwise(request -> Reply.of(429, "").with("retry-after", "0"));
    HttpAnswer answer = get(server.uri("/a"));
    assertEquals(3, server.requests().size());
    CollectException failure = assertThrows(CollectException.class, () -> answer.orFail("a"));
    assertEquals(Gap.Kind.LIMIT, failure.kind());
  }

  @Test
  void doesNotWaitLongerThanItMay() throws Exception {
    server.otherwise(request -> Reply.of(429, "").with("retry-after", "86400"));
    assertEquals(429, get(server.uri("/a")).status());
    assertEquals(1, server.requests().size());
  }

  @ParameterizedTest
  @CsvSource({"404, NOT_FOUND", "410, NOT_FOUND", "401, CREDENTIALS", "403, CREDENTIALS"})
  void namesTheKindOfAFailedStatus(int status, Gap.Kind kind) throws Exception {
    server.at("/a", Reply.of(status, ""));
    HttpAnswer answer = get(server.uri("/a"));
    assertEquals(kind, assertThrows(CollectException.class, () -> answer.orFail("a")).kind());
  }

  @Test
  void offlineContactsNobody() {
    CollectException failure =
        assertThrows(
            CollectException.class,
            () -> fetcher(new AddressGuard(true, true)).get(server.uri("/a"), Map.of(), soon()));
    assertEquals(Gap.Kind.NOT_ALLOWED, failure.kind());
    assertEquals(List.of(), server.requests());
    assertEquals(Set.of(), hosts.all());
  }

  @Test
  void refusesPrivateAddressesAlsoBehindARedirect() {
    AddressGuard strict = new AddressGuard(false, false);
    for (String address :
        List.of(
            "http://localhost/",
            "http://10.0.0.1/",
            "http://169.254.169.254/latest",
            "http://[::1]/",
            "http://[fd00::1]/",
            "http://0.0.0.0/",
            "http://192.168.1.1:8080/")) {
      CollectException failure =
          assertThrows(
              CollectException.class,
              () -> fetcher(strict).get(URI.create(address), Map.of(), soon()),
              address);
      assertEquals(Gap.Kind.NOT_ALLOWED, failure.kind(), address);
    }
    assertEquals(Set.of(), hosts.all());
  }

  /** As a cloud's machines are told their secrets at an address of the link. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://[fe80::1]/",
        "http://100.100.100.200/",
        "http://[64:ff9b::a9fe:a9fe]/"
      })
  void aRedirectFromAPrivateAddressLeadsNotToTheLink(String address) {
    server.at("/a", Reply.of(302, "").with("location", address));

    assertFails(Gap.Kind.NOT_ALLOWED, "lies in another network", server.uri("/a"));
    assertEquals(Set.of(server.hostAndPort()), hosts.all());
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/, http://127.0.0.1:81/, true",
    "http://127.0.0.1/, http://10.0.0.1/, true",
    "http://10.0.0.1/, http://192.168.0.1/, true",
    "http://10.0.0.1/, http://1.1.1.1/, true",
    "http://10.0.0.1/, http://127.0.0.1/, false",
    "http://10.0.0.1/, http://169.254.0.1/, false",
    "http://1.1.1.1/, http://10.0.0.1/, false",
    "http://169.254.0.1/, http://169.254.0.2/, true",
  })
  void aRedirectStaysInItsNetworkOrLeadsToThePublicOne(String from, String to, boolean followed) {
    AddressGuard next = ANY.leaving(URI.create(from));

    if (followed) {
      assertDoesNotThrow(() -> next.check(URI.create(to)));
    } else {
      assertThrows(CollectException.class, () -> next.check(URI.create(to)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "198.18.0.1",
        "255.255.255.255",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::"
      })
  void knowsPrivateAddresses(String address) throws Exception {
    assertNotEquals(Reach.PUBLIC, AddressGuard.reachOf(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "104.16.0.1", "2606:4700::1111", "172.32.0.1"})
  void knowsPublicAddresses(String address) throws Exception {
    assertEquals(Reach.PUBLIC, AddressGuard.reachOf(InetAddress.getByName(address)));
  }

  @Test
  void endsASlowDrip() throws Exception {
    try (RawServer drip =
        new RawServer(
            out -> {
              RawServer.ascii(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
              while (true) {
                RawServer.ascii(out, "x");
                Thread.sleep(50);
              }
            })) {
      assertFails(Gap.Kind.TIMEOUT, "within the time limit", drip.uri(), Duration.ofMillis(500));
    }
  }

  @Test
  void endsSlowHeaders() throws Exception {
    try (RawServer slow =
        new RawServer(
            out -> {
              for (int i = 0; ; i++) {
                RawServer.ascii(out, i == 0 ? "HTTP/1.1 200 OK\r\n" : "x-header-" + i + ": y\r\n");
                Thread.sleep(50);
              }
            })) {
      assertFails(Gap.Kind.TIMEOUT, "within the time limit", slow.uri(), Duration.ofMillis(500));
    }
  }

  @Test
  void endsASilentServer() throws Exception {
    try (RawServer silent = new RawServer(out -> Thread.sleep(60_000))) {
      assertFails(Gap.Kind.TIMEOUT, "within the time limit", silent.uri(), Duration.ofMillis(500));
    }
  }

  @Test
  void reportsALyingContentLength() throws Exception {
    try (RawServer liar =
        new RawServer(
            out -> RawServer.ascii(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nshort"))) {
      assertFails(Gap.Kind.UNREACHABLE, "connection failed", liar.uri());
    }
  }

  @Test
  void boundsAnAnnouncedHugeAnswer() throws Exception {
    try (RawServer huge =
        new RawServer(
            out -> {
              RawServer.ascii(out, "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n");
              pour(out);
            })) {
      assertFails(Gap.Kind.LIMIT, "larger than", huge.uri());
    }
  }

  @Test
  void boundsAnEndlessChunkedAnswer() throws Exception {
    try (RawServer endless =
        new RawServer(
            out -> {
              RawServer.ascii(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              while (true) {
                RawServer.ascii(out, "400\r\n" + "x".repeat(1024) + "\r\n");
              }
            })) {
      assertFails(Gap.Kind.LIMIT, "larger than", endless.uri());
    }
  }

  @Test
  void endsHugeHeaders() throws Exception {
    try (RawServer headers =
        new RawServer(
            out -> {
              RawServer.ascii(out, "HTTP/1.1 200 OK\r\n");
              while (true) {
                RawServer.ascii(out, "X-" + "y".repeat(5000) + ": " + "z".repeat(5000) + "\r\n");
              }
            })) {
      assertThrows(
          CollectException.class,
          () -> fetcher(ANY).get(headers.uri(), Map.of(), Deadline.after(Duration.ofSeconds(1))));
    }
  }

  @Test
  void reportsWhatIsNoHttp() throws Exception {
    try (RawServer other = new RawServer(out -> RawServer.ascii(out, "SSH-2.0-OpenSSH_9.6\r\n"))) {
      assertFails(Gap.Kind.UNREACHABLE, "connection failed", other.uri());
    }
  }

  @Test
  void reportsTlsThatIsNone() throws Exception {
    try (RawServer plain =
        new RawServer(out -> RawServer.ascii(out, "HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      URI tls = URI.create(plain.uri().toString().replace("http:", "https:"));
      assertFails(Gap.Kind.UNREACHABLE, "no trusted TLS connection", tls);
    }
  }

  @Test
  void reportsAPortWhereNobodyListens() throws Exception {
    URI gone;
    try (LocalServer closed = new LocalServer()) {
      gone = closed.uri("/");
    }
    assertFails(Gap.Kind.UNREACHABLE, "cannot be connected", gone);
  }

  @Test
  void downloadsIntoAFile(@TempDir Path directory) throws Exception {
    byte[] content = new byte[9000];
    server.at("/a", Reply.bytes(content));
    Path file = directory.resolve("a");
    assertTrue(fetcher(ANY).download(server.uri("/a"), Map.of(), file, soon()).isSuccess());
    assertArrayEquals(content, Files.readAllBytes(file));
  }

  @Test
  void aDownloadIsBoundedAsWell(@TempDir Path directory) {
    server.at("/a", Reply.bytes(new byte[10_001]));
    Path file = directory.resolve("a");
    CollectException failure =
        assertThrows(
            CollectException.class,
            () -> fetcher(ANY).download(server.uri("/a"), Map.of(), file, soon()));
    assertEquals(Gap.Kind.LIMIT, failure.kind());
    assertTrue(file.toFile().length() <= 10_000);
  }

  @Test
  void aFileThatCannotBeWrittenIsNoFailureOfTheConnection() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    server.at("/a", Reply.bytes(new byte[9000]));
    CollectException failure =
        assertThrows(
            CollectException.class,
            () -> fetcher(ANY).download(server.uri("/a"), Map.of(), full, soon()));
    assertEquals("cannot write /dev/full", failure.getMessage());
    assertEquals(1, server.requests().size());
  }

  @Test
  void readsAGzipOfSeveralParts() throws Exception {
    byte[] part = gzip("[1]".getBytes(StandardCharsets.UTF_8));
    byte[] twice = Arrays.copyOf(part, 2 * part.length);
    System.arraycopy(part, 0, twice, part.length, part.length);
    server.at("/a", Reply.bytes(twice).with("content-encoding", "gzip"));
    assertEquals("[1][1]", get(server.uri("/a")).text());
  }

  @Test
  void anEmptyAnswerMayCallItselfPacked() throws Exception {
    server.at("/a", Reply.of(404, "").with("content-encoding", "gzip"));
    assertEquals(404, get(server.uri("/a")).status());
  }

  @Test
  void saysWhereARedirectLed() {
    server.at(
        "/a", Reply.of(302, "").with("location", "http://no-such-host.invalid/b?key=hunter2"));
    CollectException failure = assertThrows(CollectException.class, () -> get(server.uri("/a")));
    assertEquals(
        server.hostAndPort() + "/a: the host is unknown (redirected to no-such-host.invalid/b)",
        failure.getMessage());
  }

  @Test
  void refusesALineBreakInAHeaderWithoutQuotingIt() {
    CollectException failure =
        assertThrows(
            CollectException.class,
            () -> fetcher(ANY).get(server.uri("/a"), Map.of("X-Key", "hunter2\r\nX: y"), soon()));
    assertEquals(Gap.Kind.MALFORMED, failure.kind());
    assertFalse(failure.getMessage().contains("hunter2"));
  }

  @Test
  void saysWhenAHostIsUnknown() {
    for (boolean allowPrivate : List.of(true, false)) {
      CollectException failure =
          assertThrows(
              CollectException.class,
              () ->
                  fetcher(new AddressGuard(false, allowPrivate))
                      .get(URI.create("http://no-such-host.invalid/"), Map.of(), soon()));
      assertEquals(Gap.Kind.UNREACHABLE, failure.kind());
      assertTrue(failure.getMessage().contains("unknown"), failure.getMessage());
      assertEquals(Set.of(), hosts.all());
    }
  }

  @Test
  void goesThroughTheProxyOfTheEnvironmentAndShowsItsCredentialsToTheProxyOnly() throws Exception {
    server.otherwise(
        request ->
            request.header("proxy-authorization").isPresent()
                ? Reply.json("through " + request.path())
                : Reply.of(407, "").with("proxy-authenticate", "Basic realm=\"p\""));
    HttpSettings settings =
        HttpSettings.fromEnvironment(
            Map.of(
                "HTTP_PROXY",
                server.url().replace("http://", "http://me:pw@"),
                "NO_PROXY",
                "direct.invalid, .inner.invalid"));
    HttpFetcher proxied =
        new Network(settings).fetcher(new AddressGuard(false, false), SMALL, hosts);
    HttpAnswer answer =
        proxied.get(
            URI.create("http://far.invalid/x"), Map.of("authorization", "Bearer t"), soon());
    assertEquals("through http://far.invalid/x", answer.text());
    assertEquals(Set.of("far.invalid"), hosts.all());
    for (String direct : List.of("http://direct.invalid/", "http://a.inner.invalid/")) {
      assertThrows(CollectException.class, () -> proxied.get(URI.create(direct), Map.of(), soon()));
    }
  }

  @Test
  void trustsTheAuthorityThatTheEnvironmentNamesAndNoOther(@TempDir Path directory)
      throws Exception {
    OwnAuthority authority = new OwnAuthority(directory);
    try (LocalServer secure = LocalServer.secure(authority.host())) {
      secure.otherwise(request -> Reply.json("inside"));
      AddressGuard guard = new AddressGuard(false, true);
      Network trusting =
          new Network(
              HttpSettings.fromEnvironment(
                  Map.of("NODE_EXTRA_CA_CERTS", authority.certificate().toString())));
      assertEquals(
          "inside",
          trusting.fetcher(guard, SMALL, hosts).get(secure.uri("/"), Map.of(), soon()).text());

      HttpFetcher usual = new Network(HttpSettings.PLAIN).fetcher(guard, SMALL, hosts);
      CollectException refused =
          assertThrows(CollectException.class, () -> usual.get(secure.uri("/"), Map.of(), soon()));
      assertTrue(refused.getMessage().contains("TLS"), refused.getMessage());
    }
  }

  @Test
  void saysWhichFileOfAuthoritiesCannotBeRead(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("ca.pem"), "no certificate");
    Network network =
        new Network(HttpSettings.fromEnvironment(Map.of("SSL_CERT_FILE", file.toString())));
    String message = assertThrows(CollectException.class, network::client).getMessage();
    assertTrue(message.contains("ca.pem"), message);
  }

  private static void pour(OutputStream out) throws IOException {
    byte[] block = new byte[65536];
    while (true) {
      out.write(block);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private HttpFetcher fetcher(AddressGuard guard) {
    return new Network(HttpSettings.PLAIN).fetcher(guard, SMALL, hosts);
  }

  private HttpAnswer get(URI address) throws CollectException {
    return fetcher(ANY).get(address, Map.of(), soon());
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10));
  }

  private void assertFails(Gap.Kind kind, String part, URI address) {
    assertFails(kind, part, address, Duration.ofSeconds(10));
  }

  private void assertFails(Gap.Kind kind, String part, URI address, Duration timeout) {
    CollectException failure =
        assertTimeoutPreemptively(
            Duration.ofSeconds(15),
            () ->
                assertThrows(
                    CollectException.class,
                    () -> fetcher(ANY).get(address, Map.of(), Deadline.after(timeout))));
    assertEquals(kind, failure.kind(), failure.getMessage());
    assertTrue(failure.getMessage().contains(part), failure.getMessage());
  }
}
