package io.mcpcatalogue.collect.live.remote;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server on loopback that reads honest requests and answers whatever bytes a test wants. */
public final class RemoteServer implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]+)\"");

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** A request as it arrived; header names in lower case. */
  public record Request(String verb, String path, Map<String, String> headers, String body) {

    /** The protocol's method, empty where there is none. */
    String method() {
      Matcher matcher = METHOD.matcher(body);
      return matcher.find() ? matcher.group(1) : "";
    }

    /** The id of the message, or null as JSON has it. */
    String id() {
      Matcher matcher = ID.matcher(body);
      return matcher.find() ? matcher.group(1) : "null";
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Answers one request; the connection is closed afterwards. */
  public interface Handler {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  public RemoteServer(Handler handler) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(() -> accept(handler));
  }

  int port() {
    return socket.getLocalPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** An answer with a body of known length. */
  static void reply(OutputStream out, int status, String headers, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ascii(out, "HTTP/1.1 " + status + " Status\r\n" + headers);
    ascii(out, "content-length: " + bytes.length + "\r\nconnection: close\r\n\r\n");
    out.write(bytes);
    out.flush();
  }

  static void json(OutputStream out, String body) throws IOException {
    reply(out, 200, "content-type: application/json\r\n", body);
  }

  /** The beginning of a stream of events, which ends with the connection. */
  static void beginEvents(OutputStream out) throws IOException {
    ascii(
        out,
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n"
            + "connection: close\r\n\r\n");
  }

  static void ascii(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** What an honest server answers to a request. */
  static String honest(Request request) {
    String result =
        switch (request.method()) {
          case "initialize" ->
              "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}},"
                  + "\"serverInfo\":{\"name\":\"far\",\"version\":\"3\"}}";
          case "tools/list" ->
              "{\"tools\":[{\"name\":\"echo\",\"inputSchema\":{\"type\":\"object\"}}]}";
          default -> "{}";
        };
    return "{\"jsonrpc\":\"2.0\",\"id\":" + request.id() + ",\"result\":" + result + "}";
  }

  /** Answers as an honest server does. */
  public static void honestly(Request request, OutputStream out) throws IOException {
    if (!request.verb().equals("POST")) {
      reply(out, 405, "", "");
    } else if (request.id().equals("null")) {
      reply(out, 202, "", "");
    } else {
      json(out, honest(request));
    }
  }

  private void accept(Handler handler) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection, handler));
      } catch (IOException e) {
        // The socket was closed because the test is over.
        return;
      }
    }
  }

  private void serve(Socket connection, Handler handler) {
    try (connection) {
      Request request = read(new BufferedInputStream(connection.getInputStream()));
      requests.add(request);
      handler.answer(request, connection.getOutputStream());
    } catch (IOException e) {
      // The client has had enough: that ends this connection.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", -1);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IOException("no request of HTTP");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(first[0], first.length > 1 ? first[1] : "", headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the request broke off");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
