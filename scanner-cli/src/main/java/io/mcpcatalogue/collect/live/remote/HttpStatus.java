package io.mcpcatalogue.collect.live.remote;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.HttpReply;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.nio.charset.StandardCharsets;

/** Says what an answer means that is no message of the protocol. */
final class HttpStatus {
  private static final int MAX_QUOTE = 200;

  private HttpStatus() {}

  static CollectException failure(HttpReply reply, byte[] body) {
    String said = said(reply, body);
    return switch (reply.status()) {
      case 401 ->
          new CollectException(Gap.Kind.CREDENTIALS, "needs authorization (status 401)" + said);
      case 403 -> new CollectException(Gap.Kind.CREDENTIALS, "refuses access (status 403)" + said);
      case 407 ->
          new CollectException(Gap.Kind.CREDENTIALS, "the proxy wants credentials (status 407)");
      case 404, 410 ->
          new CollectException(
              Gap.Kind.NOT_FOUND,
              "there is no MCP server at this address (status " + reply.status() + ")" + said);
      case 429 ->
          new CollectException(Gap.Kind.LIMIT, "answers no more requests now (status 429)" + said);
      default ->
          new CollectException(
              Gap.Kind.UNREACHABLE, "answered with status " + reply.status() + said);
    };
  }

  static CollectException notAMessage(HttpReply reply, byte[] body) {
    if (body.length == 0) {
      return new CollectException(
          Gap.Kind.UNREACHABLE, "answered with status " + reply.status() + " and nothing else");
    }
    String type = SafeText.line(reply.header("content-type").orElse("no type"), 80);
    return new CollectException(
        Gap.Kind.MALFORMED,
        "answered with what is no message of the protocol (" + type + ")" + said(reply, body));
  }

  /** The first words of the body; a page says nothing that helps. */
  private static String said(HttpReply reply, byte[] body) {
    if (body.length == 0 || reply.isOfType("text/html")) {
      return "";
    }
    String text = new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8);
    return ": \"" + SafeText.line(text.strip(), MAX_QUOTE) + "\"";
  }
}
