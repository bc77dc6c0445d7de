package io.mcpcatalogue.collect.live.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.CollectOptions;
import io.mcpcatalogue.collect.Collected;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.collect.http.HttpSettings;
import io.mcpcatalogue.collect.http.Network;
import io.mcpcatalogue.collect.live.HostileScans;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Remote servers that misbehave in one way each, over real connections; all run side by side. */
class HostileRemoteServersTest {
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final CollectOptions OPTIONS =
      CollectOptions.DEFAULT.withTimeout(TIME).withLimits(new CollectLimits(1 << 20, 500, 20));
  private static final Network NETWORK = new Network(HttpSettings.PLAIN);

  private static final Map<String, RemoteServer.Handler> WAYS = new LinkedHashMap<>();
  @AutoClose private static final HostileScans SCANS = new HostileScans(12);

  static {
    WAYS.put("honest", RemoteServer::honestly);
    WAYS.put("honest-events", HostileRemoteServersTest::events);
    WAYS.put("chatty-events", HostileRemoteServersTest::chattyEvents);
    WAYS.put("slash", slash());
    WAYS.put("legacy", new Legacy("/messages")::answer);
    WAYS.put("busy-at-first", busyAtFirst("retry-after: 0\r\n", 429));
    WAYS.put("unavailable-at-first", busyAtFirst("", 503));
    WAYS.put("stateless", HostileRemoteServersTest::stateless);
    WAYS.put("bad-session-id", HostileRemoteServersTest::badSessionId);
    WAYS.put("invalid-utf8", HostileRemoteServersTest::invalidUtf8);
    WAYS.put("compressed", (request, out) -> compressed(out, RemoteServer.honest(request)));
    WAYS.put("redirect-loop", always(307, "location: /again\r\n", ""));
    WAYS.put("redirect-to-file", always(302, "location: file:///etc/passwd\r\n", ""));
    WAYS.put("redirect-to-the-link", always(307, "location: http://169.254.169.254/mcp\r\n", ""));
    WAYS.put("redirect-to-nothing", always(302, "location: http://[broken\r\n", ""));
    WAYS.put(
        "endless-events",
        (request, out) -> endless(out, "data: {\"jsonrpc\":\"2.0\",\"method\":\"x\"}\n\n"));
    WAYS.put("endless-comments", (request, out) -> endlessSlowly(out, ": still here\n"));
    WAYS.put("endless-event-line", (request, out) -> endless(out, "data: " + "x".repeat(9000)));
    WAYS.put("events-without-answer", HostileRemoteServersTest::eventsWithoutAnswer);
    WAYS.put("gzip-bomb", (request, out) -> compressed(out, "[" + " ".repeat(50_000_000)));
    WAYS.put("gzip-bomb-of-events", HostileRemoteServersTest::compressedEvents);
    WAYS.put("broken-gzip", always(200, "content-encoding: gzip\r\n", "no gzip"));
    WAYS.put("promises-more", raw("HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n{\"jsonrpc\""));
    WAYS.put(
        "promises-less", raw("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{\"jsonrpc\":\"2.0\"}"));
    WAYS.put("negative-length", raw("HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n{}"));
    WAYS.put("broken-chunks", raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n{}"));
    WAYS.put(
        "slow-body",
        (request, out) -> dripping(out, "HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n"));
    WAYS.put("slow-headers", (request, out) -> dripping(out, ""));
    WAYS.put("endless-headers", HostileRemoteServersTest::endlessHeaders);
    WAYS.put("endless-continues", HostileRemoteServersTest::endlessContinues);
    WAYS.put("silent", (request, out) -> Thread.sleep(60_000));
    WAYS.put("hangs-up", (request, out) -> out.close());
    WAYS.put("no-http", raw("220 smtp.example ESMTP\r\n"));
    WAYS.put("page", always(200, "content-type: text/html\r\n", "<html>\u001b[2JWelcome</html>"));
    WAYS.put("not-found-page", always(404, "content-type: text/html\r\n", "<html>404</html>"));
    WAYS.put("storm-of-429", always(429, "", "slow down\u001b[31m"));
    WAYS.put("come-back-tomorrow", always(429, "retry-after: 86400\r\n", ""));
    WAYS.put("server-error", always(500, "", "Traceback: \u001b]0;owned\u0007"));
    WAYS.put("forbidden", always(403, "", "{\"error\":\"no\"}"));
    WAYS.put("empty", always(200, "content-type: application/json\r\n", ""));
    WAYS.put("accepted", always(202, "", ""));
    WAYS.put(
        "huge", always(200, "content-type: application/json\r\n", "[" + " ".repeat(2_000_000)));
    WAYS.put("endless-body", HostileRemoteServersTest::endlessBody);
    WAYS.put("deep", always(200, "content-type: application/json\r\n", "[".repeat(90_000)));
    WAYS.put("array-of-nothing", always(200, "content-type: application/json\r\n", "[]"));
    WAYS.put("legacy-elsewhere", new Legacy("http://127.0.0.2:9/messages")::answer);
    WAYS.put("legacy-without-endpoint", legacyStream("data: {}\n\n"));
    WAYS.put("legacy-silent", legacyStream(""));
    WAYS.put("legacy-no-address", legacyStream("event: endpoint\ndata: http://[broken\n\n"));
  }

  @BeforeAll
  static void scanAll() {
    WAYS.forEach((way, handler) -> SCANS.start(way, () -> scan(handler)));
  }

  static List<String> ways() {
    return List.copyOf(WAYS.keySet());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void endsInTimeAndPassesNoControlCharactersOn(String way) throws Exception {
    SCANS.outcome(way).assertTook(TIME.plusSeconds(4));
    SCANS.outcome(way).assertPassesNoControlCharactersOn();
  }

  @ParameterizedTest
  @CsvSource({
    "honest",
    "honest-events",
    "chatty-events",
    "slash",
    "legacy",
    "busy-at-first",
    "unavailable-at-first",
    "stateless",
    "bad-session-id",
    "compressed"
  })
  void isListedWithoutAnyGap(String way) throws Exception {
    ServerManifest server = SCANS.outcome(way).server();

    assertEquals(List.of("echo"), server.tools().stream().map(ToolDefinition::name).toList());
    assertEquals(List.of(), server.gaps());
  }

  @ParameterizedTest
  @CsvSource({
    "redirect-loop, LIMIT, redirected more than 5 times",
    "redirect-to-file, NOT_ALLOWED, 'only http and https are contacted, not file:'",
    "redirect-to-the-link, NOT_ALLOWED, lies in another network than what leads there (redirected to 169.254.169.254/mcp)",
    "redirect-to-nothing, MALFORMED, redirects to what is no address",
    "endless-events, LIMIT, sent more than 10000 messages",
    "endless-comments, TIMEOUT, no answer to initialize",
    "endless-event-line, LIMIT, larger than 1048576 bytes",
    "events-without-answer, UNREACHABLE, ended the stream of events without an answer",
    "gzip-bomb, LIMIT, larger than 1048576 bytes",
    "gzip-bomb-of-events, LIMIT, larger than 1048576 bytes",
    "broken-gzip, MALFORMED, no valid gzip",
    "promises-more, UNREACHABLE, the connection failed",
    "promises-less, MALFORMED, no message of the protocol",
    "negative-length, UNREACHABLE, ''",
    "broken-chunks, UNREACHABLE, ''",
    "slow-body, TIMEOUT, within the time limit",
    "slow-headers, TIMEOUT, within the time limit",
    "endless-headers, UNREACHABLE, ''",
    "silent, TIMEOUT, within the time limit",
    "hangs-up, UNREACHABLE, the connection failed",
    "no-http, UNREACHABLE, the connection failed",
    "page, MALFORMED, no message of the protocol (text/html)",
    "not-found-page, NOT_FOUND, there is no MCP server at this address (status 404)",
    "storm-of-429, LIMIT, answers no more requests now (status 429)",
    "come-back-tomorrow, LIMIT, answers no more requests now",
    "server-error, UNREACHABLE, answered with status 500",
    "forbidden, CREDENTIALS, refuses access (status 403)",
    "empty, UNREACHABLE, answered with status 200 and nothing else",
    "accepted, UNREACHABLE, answered with status 202 and nothing else",
    "huge, LIMIT, larger than 1048576 bytes",
    "endless-body, LIMIT, larger than 1048576 bytes",
    "deep, LIMIT, nested too deep",
    "array-of-nothing, MALFORMED, no message of the protocol",
    "legacy-elsewhere, NOT_ALLOWED, wants its messages sent to another origin",
    "legacy-without-endpoint, MALFORMED, does not begin with an endpoint",
    "legacy-silent, TIMEOUT, within the time limit",
    "legacy-no-address, MALFORMED, the endpoint is no address"
  })
  void cannotBeListedAndTheReasonIsTold(String way, Gap.Kind kind, String words) throws Exception {
    SCANS.outcome(way).assertFailed(kind, words);
  }

  @ParameterizedTest
  @CsvSource({
    "invalid-utf8, MALFORMED, bytes that are no UTF-8 or escapes of half a character were replaced"
  })
  void isListedWithAGap(String way, Gap.Kind kind, String reason) throws Exception {
    List<Gap> gaps = SCANS.outcome(way).server().gaps();

    assertEquals(List.of(kind), gaps.stream().map(Gap::kind).toList());
    assertEquals(List.of(reason), gaps.stream().map(Gap::reason).toList());
  }

  private static Collected scan(RemoteServer.Handler handler) throws Exception {
    try (RemoteServer server = new RemoteServer(handler)) {
      return new RemoteCollector(NETWORK, notice -> {})
          .collect(new ScanTarget(ScanTarget.Kind.URL, server.url("/mcp"), List.of()), OPTIONS);
    }
  }

  private static RemoteServer.Handler always(int status, String headers, String body) {
    return (request, out) -> RemoteServer.reply(out, status, headers, body);
  }

  private static RemoteServer.Handler raw(String bytes) {
    return (request, out) -> RemoteServer.ascii(out, bytes);
  }

  private static void events(RemoteServer.Request request, OutputStream out) throws IOException {
    if (request.id().equals("null")) {
      RemoteServer.reply(out, 202, "", "");
      return;
    }
    RemoteServer.beginEvents(out);
    RemoteServer.ascii(out, "event: message\ndata: " + RemoteServer.honest(request) + "\n\n");
  }

  private static void chattyEvents(RemoteServer.Request request, OutputStream out)
      throws IOException {
    if (request.id().equals("null")) {
      RemoteServer.reply(out, 202, "", "");
      return;
    }
    String answer = RemoteServer.honest(request);
    int cut = answer.indexOf(',') + 1;
    RemoteServer.beginEvents(out);
    RemoteServer.ascii(
        out, ": hello\r\n\r\nid: 1\r\nretry: 5\r\ndata:\r\n\r\ndata: no json\r\n\r\n");
    RemoteServer.ascii(out, "data: {\"jsonrpc\":\"2.0\",\"id\":99,\"method\":\"ping\"}\r\n\r\n");
    RemoteServer.ascii(
        out,
        "data: " + answer.substring(0, cut) + "\r\ndata:" + answer.substring(cut) + "\r\n\r\n");
  }

  private static RemoteServer.Handler slash() {
    return (request, out) -> {
      if (request.path().equals("/mcp")) {
        RemoteServer.reply(out, 307, "location: /mcp/\r\n", "");
      } else {
        RemoteServer.honestly(request, out);
      }
    };
  }

  private static RemoteServer.Handler busyAtFirst(String headers, int status) {
    AtomicInteger times = new AtomicInteger();
    return (request, out) -> {
      if (times.incrementAndGet() == 1) {
        RemoteServer.reply(out, status, headers, "");
      } else {
        RemoteServer.honestly(request, out);
      }
    };
  }

  private static void stateless(RemoteServer.Request request, OutputStream out) throws IOException {
    boolean told =
        request.header("mcp-protocol-version").equals("2026-07-28")
            && request.header("mcp-method").equals(request.method())
            && request
                .body()
                .contains("\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"");
    if (told) {
      RemoteServer.json(out, RemoteServer.honest(request));
    } else {
      RemoteServer.reply(
          out,
          400,
          "content-type: application/json\r\n",
          "{\"jsonrpc\":\"2.0\",\"id\":"
              + request.id()
              + ",\"error\":{\"code\":-32022,\"message\":\"Unsupported protocol version\","
              + "\"data\":{\"supported\":[\"2026-07-28\"]}}}");
    }
  }

  private static void badSessionId(RemoteServer.Request request, OutputStream out)
      throws IOException {
    if (request.method().equals("initialize")) {
      RemoteServer.reply(
          out,
          200,
          "content-type: application/json\r\nmcp-session-id: a b\u00e9\r\n",
          RemoteServer.honest(request));
    } else if (request.header("mcp-session-id").isEmpty()) {
      RemoteServer.honestly(request, out);
    } else {
      RemoteServer.reply(out, 500, "", "");
    }
  }

  private static void invalidUtf8(RemoteServer.Request request, OutputStream out)
      throws IOException {
    if (!request.method().equals("tools/list")) {
      RemoteServer.honestly(request, out);
      return;
    }
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":"
            + request.id()
            + ",\"result\":{\"tools\":[{\"name\":\"caf\u00e9\",\"inputSchema\":{}}]}}";
    RemoteServer.ascii(
        out, "HTTP/1.1 200 OK\r\ncontent-length: " + body.length() + "\r\n\r\n" + body);
  }

  private static void compressedEvents(RemoteServer.Request request, OutputStream out)
      throws IOException {
    String comments = (": " + "x".repeat(1000) + "\n").repeat(5000);
    compressed(
        out, "text/event-stream", comments + "data: " + RemoteServer.honest(request) + "\n\n");
  }

  private static void compressed(OutputStream out, String body) throws IOException {
    compressed(out, "application/json", body);
  }

  private static void compressed(OutputStream out, String type, String body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.getBytes(StandardCharsets.UTF_8));
    }
    RemoteServer.ascii(
        out,
        "HTTP/1.1 200 OK\r\ncontent-type: "
            + type
            + "\r\ncontent-encoding: gzip\r\ncontent-length: "
            + bytes.size()
            + "\r\n\r\n");
    out.write(bytes.toByteArray());
    out.flush();
  }

  private static void endless(OutputStream out, String part) throws IOException {
    RemoteServer.beginEvents(out);
    while (true) {
      RemoteServer.ascii(out, part);
    }
  }

  private static void endlessSlowly(OutputStream out, String part)
      throws IOException, InterruptedException {
    RemoteServer.beginEvents(out);
    while (true) {
      RemoteServer.ascii(out, part);
      Thread.sleep(100);
    }
  }

  private static void eventsWithoutAnswer(RemoteServer.Request request, OutputStream out)
      throws IOException {
    RemoteServer.beginEvents(out);
    RemoteServer.ascii(out, "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}\n\n");
  }

  private static void dripping(OutputStream out, String before)
      throws IOException, InterruptedException {
    RemoteServer.ascii(out, before);
    for (char c : ("HTTP/1.1 200 OK\r\n" + "x".repeat(900)).toCharArray()) {
      RemoteServer.ascii(out, String.valueOf(c));
      Thread.sleep(200);
    }
  }

  private static void endlessHeaders(RemoteServer.Request request, OutputStream out)
      throws IOException {
    RemoteServer.ascii(out, "HTTP/1.1 200 OK\r\n");
    for (long i = 0; i >= 0; i++) {
      RemoteServer.ascii(out, "x-header-" + i + ": " + "y".repeat(4000) + "\r\n");
    }
  }

  private static void endlessBody(RemoteServer.Request request, OutputStream out)
      throws IOException {
    RemoteServer.ascii(
        out,
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
            + "transfer-encoding: chunked\r\n\r\n");
    while (true) {
      RemoteServer.ascii(out, "400\r\n" + " ".repeat(1024) + "\r\n");
    }
  }

  private static void endlessContinues(RemoteServer.Request request, OutputStream out)
      throws IOException, InterruptedException {
    while (true) {
      RemoteServer.ascii(out, "HTTP/1.1 102 Processing\r\n\r\n");
      Thread.sleep(10);
    }
  }

  private static RemoteServer.Handler legacyStream(String events) {
    return (request, out) -> {
      if (request.verb().equals("GET")) {
        RemoteServer.beginEvents(out);
        RemoteServer.ascii(out, events);
        Thread.sleep(60_000);
      } else {
        RemoteServer.reply(out, 405, "", "");
      }
    };
  }

  /** A server of the older transport: answers come by the stream, whoever asked. */
  private static final class Legacy {
    private final String messages;
    private volatile OutputStream stream;

    Legacy(String messages) {
      this.messages = messages;
    }

    void answer(RemoteServer.Request request, OutputStream out)
        throws IOException, InterruptedException {
      if (request.verb().equals("GET")) {
        RemoteServer.beginEvents(out);
        stream = out;
        RemoteServer.ascii(out, "event: endpoint\ndata: " + messages + "?sessionId=1\n\n");
        Thread.sleep(60_000);
      } else if (request.path().startsWith("/messages")) {
        RemoteServer.reply(out, 202, "", "Accepted");
        if (!request.id().equals("null")) {
          RemoteServer.ascii(
              stream, "event: message\ndata: " + RemoteServer.honest(request) + "\n\n");
        }
      } else {
        RemoteServer.reply(out, 404, "", "Cannot POST");
      }
    }
  }
}
