package io.mcpcatalogue.classifier.text;

import java.util.Locale;
import java.util.Set;

/**
 * Tells what a text says once its markup is gone: tags and comments, signs of emphasis, entities.
 * They may stand in the middle of a word, where people do not see them and a model reads past them.
 * Linear in the length of the text. For one thread.
 */
final class Markup {
  private static final int LONGEST_TAG = 200;
  private static final int LONGEST_ENTITY = 10;

  /** What lies farther behind is read as it stands: a text that long is told of for its length. */
  private static final int MOST_READ = 100_000;

  private static final Set<String> BREAKS =
      Set.of("br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "hr", "h1", "h2", "h3", "h4");

  private final String text;
  private final StringBuilder plain;
  private int at;

  /** Whether words are read otherwise than they stand there. */
  private boolean changed;

  private Markup(String text) {
    this.text = text;
    this.plain = new StringBuilder(text.length());
  }

  /** The text without markup; empty where that changes none of its words. */
  static String without(String text) {
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0 && text.indexOf('*') < 0) {
      return "";
    }
    Markup markup = new Markup(text);
    while (markup.at < Math.min(text.length(), MOST_READ)) {
      markup.next();
    }
    return markup.changed ? markup.plain.toString() : "";
  }

  private void next() {
    char c = text.charAt(at);
    int end =
        switch (c) {
          case '<' -> tagEnd();
          case '&' -> entityEnd();
          case '*' -> emphasisEnd();
          default -> at;
        };
    if (end == at) {
      plain.append(c);
      at++;
    } else {
      at = end;
    }
  }

  /** Behind the tag or comment that begins here; here if there is none. */
  private int tagEnd() {
    if (text.startsWith("<!--", at)) {
      int end = at + 4;
      int most = Math.min(text.length(), at + LONGEST_TAG);
      while (end < most && !text.startsWith("-->", end)) {
        end++;
      }
      return end == most ? at : dropTo(end + 3);
    }
    int name = text.startsWith("</", at) ? at + 2 : at + 1;
    int nameEnd = name;
    while (nameEnd < text.length() && Characters.isAsciiLetterOrDigit(text.charAt(nameEnd))) {
      nameEnd++;
    }
    int end = closing(nameEnd);
    if (nameEnd == name || end < 0) {
      return at;
    }
    if (BREAKS.contains(text.substring(name, nameEnd).toLowerCase(Locale.ROOT))) {
      plain.append(' ');
      changed = true;
      return end + 1;
    }
    return dropTo(end + 1);
  }

  /** The sign that closes a tag; -1 if there is none near. */
  private int closing(int from) {
    int most = Math.min(text.length(), at + LONGEST_TAG);
    for (int i = from; i < most; i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return i;
      }
      if (c == '<') {
        return -1;
      }
    }
    return -1;
  }

  private int dropTo(int end) {
    changed = true;
    return end;
  }

  /** Signs of emphasis that stand within a word. */
  private int emphasisEnd() {
    int end = at;
    while (end < text.length() && text.charAt(end) == '*') {
      end++;
    }
    boolean isInWord =
        at > 0
            && end < text.length()
            && end - at <= 3
            && Characters.isAsciiLetter(text.charAt(at - 1))
            && Characters.isAsciiLetter(text.charAt(end));
    return isInWord ? dropTo(end) : at;
  }

  private int entityEnd() {
    int end = at + 1;
    int most = Math.min(text.length(), at + LONGEST_ENTITY);
    while (end < most
        && (text.charAt(end) == '#' || Characters.isAsciiLetterOrDigit(text.charAt(end)))) {
      end++;
    }
    if (end == most || text.charAt(end) != ';') {
      return at;
    }
    int meant = meaning(text.substring(at + 1, end));
    if (meant < 0) {
      return at;
    }
    plain.appendCodePoint(meant);
    return dropTo(end + 1);
  }

  /** The character that an entity stands for; -1 if it is not known. */
  private static int meaning(String entity) {
    return switch (entity) {
      case "nbsp", "ensp", "emsp", "thinsp" -> ' ';
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> entity.startsWith("#") ? number(entity.substring(1)) : -1;
    };
  }

  private static int number(String digits) {
    boolean isHex = digits.startsWith("x") || digits.startsWith("X");
    int number = 0;
    for (int i = isHex ? 1 : 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), isHex ? 16 : 10);
      if (digit < 0) {
        return -1;
      }
      number = number * (isHex ? 16 : 10) + digit;
    }
    return digits.length() > 1 && Character.isValidCodePoint(number) ? number : -1;
  }
}
