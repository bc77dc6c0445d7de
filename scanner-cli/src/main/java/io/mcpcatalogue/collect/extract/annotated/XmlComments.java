package io.mcpcatalogue.collect.extract.annotated;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the XML comments of C# say, in the form in which they become descriptions. */
final class XmlComments {
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private XmlComments() {}

  /** The summary, and the remarks below it. */
  static String description(String comment) {
    String summary = element(comment, "<summary>", "</summary>").orElse("");
    String remarks = element(comment, "<remarks>", "</remarks>").orElse("");
    return summary.isEmpty() || remarks.isEmpty() ? summary + remarks : summary + "\n" + remarks;
  }

  /** What is said of a parameter. */
  static Optional<String> parameter(String comment, String name) {
    return element(comment, "<param name=\"" + name + "\">", "</param>");
  }

  private static Optional<String> element(String comment, String open, String close) {
    int from = comment.indexOf(open);
    int to = from < 0 ? -1 : comment.indexOf(close, from);
    if (to < 0) {
      return Optional.empty();
    }
    String inside = TAG.matcher(comment.substring(from + open.length(), to)).replaceAll("");
    String text = WHITE_SPACE.matcher(unescaped(inside)).replaceAll(" ").strip();
    return Optional.of(text).filter(known -> !known.isEmpty());
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
