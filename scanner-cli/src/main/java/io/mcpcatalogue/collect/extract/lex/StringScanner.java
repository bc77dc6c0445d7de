package io.mcpcatalogue.collect.extract.lex;

import io.mcpcatalogue.collect.extract.lex.StringForm.Escapes;

/** Finds where strings end. For one text. */
final class StringScanner {
  /** Longer ones are no regular expressions but a misread slash; bounds the search as well. */
  private static final int MAX_REGEX = 4_096;

  /** So many of those show that the text is made to be misread. */
  private static final int MAX_OPEN_REGEXES = 1_000;

  /** So many markers without an end show that the text has none at all; bounds the search. */
  private static final int MAX_OPEN_MARKERS = 100;

  private final String text;
  private final int length;
  private final char[] chars;
  private final StringForm[] forms;
  private int openMarkers;
  private int openRegexes;

  /**
   * @param chars the text as an array
   */
  StringScanner(Language language, String text, char[] chars) {
    this.text = text;
    this.length = chars.length;
    this.chars = chars;
    this.forms = language.strings().toArray(StringForm[]::new);
  }

  /** Whether a string opens at the offset. */
  boolean opens(int offset) {
    return form(offset) < forms.length;
  }

  /** Which form opens at the offset. */
  private int form(int offset) {
    int form = 0;
    while (form < forms.length && !text.startsWith(forms[form].open(), offset)) {
      form++;
    }
    return form;
  }

  /** The end of the string that opens at the offset. */
  int end(int offset) {
    StringForm form = forms[form(offset)];
    String close = form.close();
    int i = offset + form.open().length();
    if (form.escapes() == Escapes.NONE && form.hole().isEmpty()) {
      int end = text.indexOf(close, i);
      return end < 0 ? length : endOfRun(end, form);
    }
    boolean escapes = form.escapes() == Escapes.BACKSLASH;
    char closes = close.charAt(0);
    char opens = form.hole().isEmpty() ? 0 : form.hole().charAt(0);
    while (i < length) {
      char c = chars[i];
      if (c == '\\' && escapes) {
        i += text.startsWith("\r\n", i + 1) ? 3 : 2;
      } else if (c == closes && text.startsWith(close, i)) {
        int after = i + close.length();
        if (form.escapes() != Escapes.DOUBLED || !text.startsWith(close, after)) {
          return form.escapes() == Escapes.NONE ? endOfRun(i, form) : after;
        }
        i = after + close.length();
      } else if (!form.multiline() && (c == '\n' || c == '\r')) {
        return i;
      } else if (c == opens && opens != 0 && text.startsWith(form.hole(), i)) {
        i = endOfHole(i + form.hole().length(), form.multiline());
      } else {
        i++;
      }
    }
    return length;
  }

  /** A raw string may end with quotes of its own: the last three of a run close it. */
  private int endOfRun(int closeAt, StringForm form) {
    int end = closeAt + form.close().length();
    if (form.close().length() == 3) {
      while (end < length && text.charAt(end) == form.close().charAt(0)) {
        end++;
      }
    }
    return end;
  }

  private int endOfHole(int from, boolean multiline) {
    int depth = 1;
    int i = from;
    while (i < length) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      } else if (!multiline && (c == '\n' || c == '\r')) {
        return i;
      }
      i++;
    }
    return length;
  }

  /**
   * The end of {@code r#"…"#} whose word ends at {@code wordEnd}; {@code wordEnd} if it is none.
   */
  int endOfHashString(int start, int wordEnd) {
    String word = text.substring(start, wordEnd);
    if (!word.equals("r") && !word.equals("br") && !word.equals("cr")) {
      return wordEnd;
    }
    int i = wordEnd;
    while (i < length && text.charAt(i) == '#') {
      i++;
    }
    if (i == length || text.charAt(i) != '"') {
      return wordEnd;
    }
    String close = "\"" + "#".repeat(Math.min(255, i - wordEnd));
    int end = text.indexOf(close, i + 1);
    return end < 0 ? length : end + close.length();
  }

  /** The end of a regular expression; the offset itself when none stands there. */
  int endOfRegex(int offset) {
    boolean inClass = false;
    if (openRegexes > MAX_OPEN_REGEXES) {
      return offset;
    }
    int limit = Math.min(length, offset + MAX_REGEX);
    int i = offset + 1;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        return offset;
      }
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        i++;
        while (i < length && CharacterRoles.isWord(text.charAt(i))) {
          i++;
        }
        return i;
      }
      i++;
    }
    openRegexes++;
    return offset;
  }

  /** The end of a character literal, or of the quote alone when it opens a lifetime. */
  int endOfCharacter(int offset) {
    if (offset + 1 < length && text.charAt(offset + 1) == '\\') {
      int end = text.indexOf('\'', offset + 3);
      return end < 0 || end - offset > 12 ? offset + 1 : end + 1;
    }
    for (int size = 1; size <= 2; size++) {
      int close = offset + 1 + size;
      if (close < length && text.charAt(close) == '\'') {
        return close + 1;
      }
    }
    return offset + 1;
  }

  /** The end of {@code <<~NAME … NAME}; the offset itself when none stands there. */
  int endOfHeredoc(int offset) {
    int i = offset;
    while (i < length && i - offset < 3 && text.charAt(i) == '<') {
      i++;
    }
    if (i - offset < 2) {
      return offset;
    }
    while (i < length && "~- '\"".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    int nameStart = i;
    while (i < length
        && (CharacterRoles.isWord(text.charAt(i)) || Character.isDigit(text.charAt(i)))) {
      i++;
    }
    // Upper case tells a marker from a shift or an append.
    if (i == nameStart || !Character.isUpperCase(text.charAt(nameStart))) {
      return offset;
    }
    return endOfMarker(text.substring(nameStart, i), i, offset);
  }

  private int endOfMarker(String marker, int from, int offset) {
    if (openMarkers > MAX_OPEN_MARKERS) {
      return offset;
    }
    int line = text.indexOf('\n', from);
    while (line >= 0) {
      int i = line + 1;
      while (i < length && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
        i++;
      }
      if (text.startsWith(marker, i)
          && (i + marker.length() == length
              || !CharacterRoles.isWord(text.charAt(i + marker.length())))) {
        return i + marker.length();
      }
      line = text.indexOf('\n', line + 1);
    }
    openMarkers++;
    return offset;
  }
}
