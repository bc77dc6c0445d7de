package io.mcpcatalogue.collect.live.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that misbehaves in the one way that its first argument names; run as a real process by
 * the tests. Its second argument marks it and all its descendants.
 */
final class HostileServer {
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern METHOD = Pattern.compile("\"method\":\"([^\"]+)\"");
  private static final String ESCAPES = "\\u001b[31mred\\u001b[0m\\u0007";

  private static final PrintStream OUT = new PrintStream(System.out, false, StandardCharsets.UTF_8);
  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  private final String way;
  private final String mark;
  private String version = "2025-11-25";
  private String capabilities = "{\"tools\":{}}";
  private int pages;

  private HostileServer(String way, String mark) {
    this.way = way;
    this.mark = mark;
  }

  public static void main(String[] arguments) throws Exception {
    new HostileServer(arguments[0], arguments[1]).run();
  }

  private void run() throws Exception {
    beforeAnything();
    for (String line = IN.readLine(); line != null; line = IN.readLine()) {
      Matcher id = ID.matcher(line);
      Matcher method = METHOD.matcher(line);
      if (method.find() && id.find()) {
        answer(id.group(1), method.group(1), line);
      }
    }
    if (way.equals("ignores-end-of-input")) {
      sleep();
    }
  }

  private void beforeAnything() throws Exception {
    switch (way) {
      case "silent" -> sleep();
      case "exits-at-once" -> {
        System.err.println("Fatal error: \u001b[31mthe moon\u001b[0m is not full");
        System.err.println("    at Object.<anonymous> (/app/index.js:1:7)");
        System.exit(3);
      }
      case "needs-key" -> {
        System.err.println("Error: FOO_API_KEY environment variable is required");
        System.exit(1);
      }
      case "needs-key-and-hangs" -> {
        System.err.println("[\n  {\n    \"path\": [\n      \"SHOP_ACCESS_TOKEN\"\n    ],");
        System.err.println("    \"message\": \"Required\"\n  }\n]");
        sleep();
      }
      case "tells-secrets" -> {
        System.err.println("error: cannot log in with hunter2-hunter2 at https://joe:pass@host/x");
        System.exit(1);
      }
      case "noise" -> {
        print("npm warn deprecated \u001b]0;owned\u0007 thing");
        print("{\"level\":30,\"msg\":\"started\"}");
        print("[1,2,3]");
      }
      case "endless-noise" -> forever("starting up, please wait");
      case "storm" -> forever("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\"}");
      case "request-flood" ->
          forever("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"sampling/createMessage\"}");
      case "endless-line" -> {
        byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        while (true) {
          OUT.write(block);
        }
      }
      case "closes-output" -> {
        OUT.close();
        sleep();
      }
      case "stderr-flood" -> floodStderr();
      case "long-stderr-line" -> {
        System.err.print("error: " + "y".repeat(5_000_000));
        System.exit(4);
      }
      case "ignores-term" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(HostileServer::sleep));
      }
      case "orphan" -> shell("(setsid sh -c 'trap \"\" TERM HUP; sleep 300; : " + mark + "' &) &");
      case "respawner" ->
          shell(
              "sh -c 'trap \"\" TERM; while :; do sh -c \"trap : TERM; sleep 300; : "
                  + mark
                  + "\"; done; : "
                  + mark
                  + "' &");
      case "stops-itself" -> shell("kill -STOP " + ProcessHandle.current().pid());
      case "old-version" -> version = "2024-11-05";
      case "unknown-version" -> version = "2099-01-01\\u001b[2J";
      case "prompts-hang", "changes" -> capabilities = "{\"tools\":{},\"prompts\":{}}";
      case "prompts-wrong" -> capabilities = "{\"tools\":{},\"prompts\":{},\"resources\":{}}";
      case "no-tools" -> capabilities = "{\"prompts\":{}}";
      default -> {
        // The others misbehave when they are asked.
      }
    }
  }

  private void answer(String id, String method, String line) throws Exception {
    if (method.equals("initialize")) {
      initialize(id);
    } else if (method.equals("server/discover") && way.equals("stateless")) {
      result(
          id,
          "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{\"tools\":{}},"
              + "\"instructions\":\"Be kind.\"}");
    } else if (method.equals("tools/list")) {
      tools(id, line);
    } else if (method.equals("prompts/list") && way.equals("prompts-wrong")) {
      result(id, "{\"prompts\":[{\"name\":\"greet\"},17],\"nextCursor\":5}");
    } else if (method.equals("prompts/list") && !way.equals("prompts-hang")) {
      result(id, "{\"prompts\":[{\"name\":\"greet\"}]}");
    } else if (!method.equals("prompts/list")) {
      error(id, "-32601", "no " + method);
    }
  }

  private void initialize(String id) throws Exception {
    switch (way) {
      case "refuses-handshake" -> error(id, "-32600", "who are you?" + ESCAPES);
      case "stateless" ->
          print(
              "{\"jsonrpc\":\"2.0\",\"id\":"
                  + id
                  + ",\"error\":{\"code\":-32022,\"message\":\"x\","
                  + "\"data\":{\"supported\":[\"2026-07-28\",\"bad\\r\\nheader\"]}}}");
      case "huge-answer" -> result(id, "{\"instructions\":\"" + "z".repeat(3_000_000) + "\"}");
      case "deep-answer" -> result(id, "[".repeat(50_000) + "]".repeat(50_000));
      case "wrong-id" -> print("{\"jsonrpc\":\"2.0\",\"id\":\"other\",\"result\":{}}");
      case "slow-drip" -> {
        for (byte b :
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":".getBytes(StandardCharsets.UTF_8)) {
          OUT.write(b);
          OUT.flush();
          Thread.sleep(200);
        }
        sleep();
      }
      case "asks" -> {
        print("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"}");
        expect("\"result\":{}");
        print("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"roots/list\"}");
        expect("-32601");
        print("{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"log\\u001b[2J\"}");
        expect("-32601");
        greet(id);
      }
      default -> greet(id);
    }
  }

  private void greet(String id) {
    result(
        id,
        "{\"protocolVersion\":\""
            + version
            + "\",\"capabilities\":"
            + capabilities
            + ",\"serverInfo\":{\"name\":\"hostile\",\"version\":\"1"
            + ESCAPES
            + "\"},"
            + "\"instructions\":\"Use me.\",\"vendor\":{\"x\":1}}");
  }

  private void tools(String id, String line) throws Exception {
    pages++;
    String echo = tool("echo");
    switch (way) {
      case "cursor-loop" -> page(id, tool("t" + pages), "\"again\"");
      case "endless-cursors" -> page(id, tool("t" + pages), "\"p" + pages + "\"");
      case "cursor-number" -> page(id, echo, "7");
      case "empty-cursor" -> page(id, echo, "\"\"");
      case "many-tools" -> {
        StringBuilder many = new StringBuilder(tool("t0"));
        for (int i = 1; i < 700; i++) {
          many.append(',').append(tool("t" + i));
        }
        page(id, many.toString(), "\"more\"");
      }
      case "wrong-tools" -> page(id, "1,null,{}," + echo + ",{\"name\":{}},[],\"x\"", "null");
      case "twins" -> page(id, echo + "," + echo, "null");
      case "result-is-text" -> result(id, "\"none\"");
      case "no-list" -> result(id, "{\"tool\":[]}");
      case "error-answer" -> error(id, "-32603", "fetch failed" + ESCAPES);
      case "error-names-key" -> error(id, "-32603", "GITHUB_TOKEN is not set");
      case "invalid-utf8" -> {
        byte[] text =
            ("{\"jsonrpc\":\"2.0\",\"id\":"
                    + id
                    + ",\"result\":{\"tools\":[{\"name\":\"caf#\"}]}}\n")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
          text[i] = text[i] == '#' ? (byte) 0xe9 : text[i];
        }
        OUT.write(text);
        OUT.flush();
      }
      case "no-newline" -> {
        OUT.print("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"tools\":[" + echo + "]}}");
        OUT.flush();
        System.exit(0);
      }
      case "exits-midway" -> {
        if (pages > 1) {
          System.exit(9);
        }
        page(id, echo, "\"two\"");
      }
      case "string-id" -> result("\"" + id + "\"", "{\"tools\":[" + echo + "]}");
      case "float-id" -> result(id + ".0", "{\"tools\":[" + echo + "]}");
      case "batch" ->
          print(
              "[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\"},{\"jsonrpc\":\"2.0\",\"id\":"
                  + id
                  + ",\"result\":{\"tools\":["
                  + echo
                  + "]}}]");
      case "twice" -> {
        page(id, echo, "null");
        page(id, tool("late"), "null");
      }
      case "crlf" -> {
        OUT.print("\r\n\u0000\r\n");
        print("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"tools\":[" + echo + "]}}\r");
      }
      case "changes" -> {
        page(id, tool("t" + pages), "null");
        print("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
      }
      case "no-tools" -> error(id, "-32601", "no tools");
      case "stateless" ->
          page(
              id,
              tool(line.contains("\"io.modelcontextprotocol/clientInfo\"") ? "told" : "bare"),
              "null");
      case "shows-environment" ->
          page(id, tool(String.join(" ", new TreeSet<>(System.getenv().keySet()))), "null");
      default -> page(id, echo, "null");
    }
  }

  private static String tool(String name) {
    return "{\"name\":\""
        + name
        + "\",\"description\":\"d\",\"inputSchema\":{\"type\":\"object\"},"
        + "\"execution\":{\"taskSupport\":\"forbidden\"}}";
  }

  private static void page(String id, String tools, String cursor) {
    result(id, "{\"tools\":[" + tools + "],\"nextCursor\":" + cursor + "}");
  }

  private static void result(String id, String result) {
    print("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}");
  }

  private static void error(String id, String code, String message) {
    print(
        "{\"jsonrpc\":\"2.0\",\"id\":"
            + id
            + ",\"error\":{\"code\":"
            + code
            + ",\"message\":\""
            + message
            + "\"}}");
  }

  private static void expect(String words) throws IOException {
    String line = IN.readLine();
    if (line == null || !line.contains(words)) {
      System.err.println("error: expected " + words + " but got " + line);
      System.exit(5);
    }
  }

  private static void forever(String line) {
    while (!OUT.checkError()) {
      print(line);
    }
    sleep();
  }

  private static void floodStderr() {
    Thread flood =
        new Thread(
            () -> {
              while (true) {
                System.err.println("debug: still here");
              }
            });
    flood.setDaemon(true);
    flood.start();
  }

  private static void shell(String script) throws IOException {
    OutputStream ignored =
        new ProcessBuilder("sh", "-c", script).inheritIO().start().getOutputStream();
    ignored.close();
  }

  private static void print(String line) {
    OUT.print(line + "\n");
    OUT.flush();
  }

  private static void sleep() {
    try {
      Thread.sleep(300_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
