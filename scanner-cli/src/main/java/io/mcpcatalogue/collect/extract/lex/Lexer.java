package io.mcpcatalogue.collect.extract.lex;

import static io.mcpcatalogue.collect.extract.lex.CharacterRoles.BRACKET;
import static io.mcpcatalogue.collect.extract.lex.CharacterRoles.DIGIT;
import static io.mcpcatalogue.collect.extract.lex.CharacterRoles.OPENS_COMMENT;
import static io.mcpcatalogue.collect.extract.lex.CharacterRoles.OPENS_STRING;
import static io.mcpcatalogue.collect.extract.lex.CharacterRoles.OPENS_WORD;
import static io.mcpcatalogue.collect.extract.lex.CharacterRoles.SPACE;
import static io.mcpcatalogue.collect.extract.lex.CharacterRoles.WORD;
import static io.mcpcatalogue.collect.extract.lex.CharacterRoles.isWord;
import static io.mcpcatalogue.collect.extract.lex.CharacterRoles.isWordPart;

import io.mcpcatalogue.collect.extract.lex.Language.Feature;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a source text into tokens. It knows no grammar, so no text is an error to it: an unclosed
 * string ends with its line, an unclosed comment with the file. Linear in the text, without
 * recursion. For one thread and one text.
 */
public final class Lexer {
  private static final List<String> CONDITIONAL = List.of("if", "while", "for", "with");

  /** A slash after one of these opens a regular expression. */
  private static final List<String> BEFORE_EXPRESSION =
      List.of(
          "return",
          "typeof",
          "case",
          "in",
          "of",
          "delete",
          "void",
          "throw",
          "else",
          "do",
          "new",
          "instanceof",
          "await",
          "yield",
          "when",
          "and",
          "or");

  /** Longer strings are no names. */
  private static final int MAX_QUOTED = 62;

  private final Language language;
  private final String text;
  private final int length;

  /** The text once more: it is walked over character by character. */
  private final char[] chars;

  private final TokenBuffer tokens;
  private final Spellings spellings;
  private final StringScanner strings;
  private final String[] lineComments;
  private final byte[] roles;
  private final String stringPrefixes;
  private final boolean templates;
  private final boolean regex;
  private final boolean hashStrings;

  /** Of each open brace, whether it is the hole of a template. */
  private boolean[] holes = new boolean[32];

  private int holeDepth;

  /** Of each open parenthesis, whether it follows a keyword like {@code if}. */
  private boolean[] conditions = new boolean[32];

  private int conditionDepth;
  private boolean afterCondition;

  private Lexer(Language language, String text) {
    this.language = language;
    this.text = text;
    this.length = text.length();
    this.chars = text.toCharArray();
    this.tokens = new TokenBuffer(length);
    this.spellings = new Spellings(text);
    this.strings = new StringScanner(language, text, chars);
    this.hashStrings = language.has(Feature.HASH_STRINGS);
    this.templates = language.has(Feature.TEMPLATES);
    this.regex = language.has(Feature.REGEX);
    this.roles = language.roles();
    this.stringPrefixes = language.stringPrefixes();
    this.lineComments = language.lineComments().toArray(String[]::new);
  }

  public static Tokens lex(Language language, String text) {
    Lexer lexer = new Lexer(language, text);
    lexer.run();
    lexer.spellings.finish();
    return new Tokens(language, text, lexer.tokens, lexer.spellings);
  }

  private void run() {
    int i = text.startsWith("#!") && !text.startsWith("#![") ? endOfLine(0) : 0;
    while (i < length) {
      char c = chars[i];
      int role = c < 128 ? roles[c] : CharacterRoles.ofOther(c);
      if ((role & OPENS_COMMENT) != 0) {
        int end = endOfComment(i);
        if (end > i) {
          tokens.addComment(i, end);
          i = end;
          continue;
        }
      }
      if ((role & SPACE) != 0) {
        i++;
      } else if ((role & OPENS_STRING) != 0 && strings.opens(i)) {
        i = string(i, i);
      } else if ((role & WORD) != 0 || (role & OPENS_WORD) != 0 && isBeforeWord(i)) {
        i = word(i);
      } else if ((role & DIGIT) != 0) {
        i = number(i);
      } else {
        i = symbol(i, c, (role & BRACKET) != 0);
      }
    }
  }

  private int string(int start, int quote) {
    int end = strings.end(quote);
    tokens.add(Tokens.Kind.STRING, start, end, quoted(start + 1, end - 1));
    return end;
  }

  /** The word in the quotes of a string. */
  private int quoted(int from, int to) {
    if (to <= from || to - from > MAX_QUOTED) {
      return Tokens.NONE;
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + chars[i];
    }
    return spellings.add(from, to, hash);
  }

  private boolean isBeforeWord(int i) {
    return i + 1 < length && (isWord(chars[i + 1]) || chars[i + 1] == chars[i]);
  }

  private int word(int start) {
    int i = start + 1;
    int hash = chars[start];
    while (i < length && isWordPart(chars[i])) {
      hash = 31 * hash + chars[i++];
    }
    if (i < length) {
      if (isStringPrefix(start, i)) {
        return string(start, i);
      }
      if (hashStrings && (chars[i] == '"' || chars[i] == '#')) {
        int end = strings.endOfHashString(start, i);
        if (end > i) {
          tokens.add(Tokens.Kind.STRING, start, end, quoted(start + 1, end - 1));
          return end;
        }
      }
    }
    tokens.add(Tokens.Kind.WORD, start, i, spellings.add(start, i, hash));
    return i;
  }

  private boolean isStringPrefix(int start, int end) {
    char next = chars[end];
    if (stringPrefixes.isEmpty()
        || end - start > 2
        || next >= 128
        || (roles[next] & OPENS_STRING) == 0
        || !strings.opens(end)) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (stringPrefixes.indexOf(chars[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  private int number(int start) {
    int i = start + 1;
    while (i < length) {
      char c = text.charAt(i);
      boolean fraction = c == '.' && i + 1 < length && isDigit(text.charAt(i + 1));
      boolean exponent =
          (c == '+' || c == '-')
              && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E')
              && !text.startsWith("0x", start);
      if (!isWord(c) && !isDigit(c) && !fraction && !exponent) {
        break;
      }
      i++;
    }
    tokens.add(Tokens.Kind.NUMBER, start, i);
    return i;
  }

  private int symbol(int i, char c, boolean isBracket) {
    if (templates && c == '`') {
      tokens.add(Tokens.Kind.OPEN, i, i + 1);
      return templateText(i + 1);
    }
    if (isBracket) {
      return c == '(' || c == '[' || c == '{' ? open(i, c) : close(i, c);
    }
    if (regex && c == '/' && mayBeRegex()) {
      int end = strings.endOfRegex(i);
      if (end > i) {
        tokens.add(Tokens.Kind.REGEX, i, end);
        return end;
      }
    }
    if (c == '\'' && language.has(Feature.LIFETIMES)) {
      int end = strings.endOfCharacter(i);
      if (end > i + 1) {
        tokens.add(Tokens.Kind.STRING, i, end, quoted(i + 1, end - 1));
      } else {
        tokens.add(Tokens.Kind.PUNCTUATION, i, end);
      }
      return end;
    }
    if (c == '<' && language.has(Feature.HEREDOC)) {
      int end = strings.endOfHeredoc(i);
      if (end > i) {
        tokens.add(Tokens.Kind.STRING, i, end, quoted(i + 1, end - 1));
        return end;
      }
    }
    int end = i + Operators.length(text, i);
    tokens.add(Tokens.Kind.PUNCTUATION, i, end);
    return end;
  }

  private int open(int i, char c) {
    if (c == '{') {
      pushHole(false);
    } else if (c == '(' && regex) {
      if (conditionDepth == conditions.length) {
        conditions = Arrays.copyOf(conditions, conditionDepth * 2);
      }
      conditions[conditionDepth++] = lastWordIs(CONDITIONAL);
    }
    tokens.add(Tokens.Kind.OPEN, i, i + 1);
    return i + 1;
  }

  private int close(int i, char c) {
    tokens.add(Tokens.Kind.CLOSE, i, i + 1);
    if (c == '}' && holeDepth > 0 && holes[--holeDepth]) {
      return templateText(i + 1);
    }
    if (c == ')' && regex) {
      afterCondition = conditionDepth > 0 && conditions[--conditionDepth];
    }
    return i + 1;
  }

  private void pushHole(boolean hole) {
    if (holeDepth == holes.length) {
      holes = Arrays.copyOf(holes, holeDepth * 2);
    }
    holes[holeDepth++] = hole;
  }

  /** Reads a template's text up to its end or its next hole. */
  private int templateText(int start) {
    int i = start;
    while (i < length) {
      char c = chars[i];
      if (c == '\\') {
        i += 2;
      } else if (c == '`') {
        addText(start, i);
        tokens.add(Tokens.Kind.CLOSE, i, i + 1);
        return i + 1;
      } else if (c == '$' && i + 1 < length && text.charAt(i + 1) == '{') {
        addText(start, i);
        tokens.add(Tokens.Kind.OPEN, i, i + 2);
        pushHole(true);
        return i + 2;
      } else {
        i++;
      }
    }
    addText(start, length);
    return length;
  }

  private void addText(int start, int end) {
    if (end > start) {
      tokens.add(Tokens.Kind.TEXT, start, end);
    }
  }

  /** Whether a slash after the last token opens a regular expression, rather than divides. */
  private boolean mayBeRegex() {
    if (tokens.count == 0) {
      return true;
    }
    int last = tokens.count - 1;
    char c = text.charAt(tokens.starts[last]);
    return switch (Tokens.Kind.of(tokens.kinds[last])) {
      case NUMBER, STRING, REGEX, TEXT -> false;
      case WORD -> lastWordIs(BEFORE_EXPRESSION);
      case CLOSE -> c == ')' ? afterCondition : c == '}';
      // A closing tag of embedded markup is no expression.
      case PUNCTUATION -> c != '<' && !(c == '+' || c == '-') || endsWithSingle(last);
      case OPEN -> true;
    };
  }

  /** {@code x++ / y} divides, {@code x + /y/} does not. */
  private boolean endsWithSingle(int last) {
    char c = text.charAt(tokens.starts[last]);
    return c != '<' && tokens.ends[last] - tokens.starts[last] == 1;
  }

  private boolean lastWordIs(List<String> words) {
    int last = tokens.count - 1;
    if (last < 0 || tokens.kinds[last] != Tokens.Kind.WORD.ordinal()) {
      return false;
    }
    int size = tokens.ends[last] - tokens.starts[last];
    for (String word : words) {
      if (word.length() == size && text.startsWith(word, tokens.starts[last])) {
        return last == 0 || text.charAt(tokens.starts[last - 1]) != '.';
      }
    }
    return false;
  }

  private int endOfComment(int i) {
    for (String open : lineComments) {
      if (text.startsWith(open, i) && !isAttribute(i)) {
        return endOfLine(i);
      }
    }
    String open = language.blockOpen();
    return !open.isEmpty() && text.startsWith(open, i) ? endOfBlock(i + open.length()) : i;
  }

  private boolean isAttribute(int i) {
    return language.has(Feature.HASH_ATTRIBUTES) && text.startsWith("#[", i);
  }

  private int endOfBlock(int from) {
    String open = language.blockOpen();
    String close = language.blockClose();
    if (!language.has(Feature.NESTED_COMMENTS)) {
      int end = text.indexOf(close, from);
      return end < 0 ? length : end + close.length();
    }
    int depth = 1;
    int i = from;
    while (i < length) {
      if (chars[i] != close.charAt(0) && chars[i] != open.charAt(0)) {
        i++;
      } else if (text.startsWith(close, i)) {
        i += close.length();
        if (--depth == 0) {
          return i;
        }
      } else if (text.startsWith(open, i)) {
        depth++;
        i += open.length();
      } else {
        i++;
      }
    }
    return length;
  }

  private int endOfLine(int i) {
    int end = text.indexOf('\n', i);
    return end < 0 ? length : end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
