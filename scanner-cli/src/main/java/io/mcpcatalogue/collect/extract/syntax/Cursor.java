package io.mcpcatalogue.collect.extract.syntax;

import io.mcpcatalogue.collect.extract.lex.Tokens;
import io.mcpcatalogue.collect.extract.lex.Tokens.Kind;
import java.util.ArrayList;
import java.util.List;

/** A place in the tokens of a file that moves forward up to an end. For one thread. */
public final class Cursor {
  /** Type arguments are short: bounds the search for their closing bracket. */
  private static final int MAX_ANGLES = 200;

  private final Tokens tokens;
  private final int end;
  private int at;

  public Cursor(Tokens tokens, int from, int end) {
    this.tokens = tokens;
    this.at = from;
    this.end = Math.min(end, tokens.count());
  }

  public static Cursor of(Tokens tokens) {
    return new Cursor(tokens, 0, tokens.count());
  }

  public Tokens tokens() {
    return tokens;
  }

  public int index() {
    return at;
  }

  public int end() {
    return end;
  }

  public boolean done() {
    return at >= end;
  }

  /** What the token is; punctuation behind the end. */
  public Kind kind() {
    return done() ? Kind.PUNCTUATION : tokens.kind(at);
  }

  public boolean atWord() {
    return kind() == Kind.WORD;
  }

  public boolean at(String spelling) {
    return at < end && tokens.is(at, spelling);
  }

  /** Whether the token so many places further is spelled so. */
  public boolean peekIs(int distance, String spelling) {
    return at + distance < end && tokens.is(at + distance, spelling);
  }

  public boolean peekIsWord(int distance) {
    return at + distance < end && tokens.is(at + distance, Kind.WORD);
  }

  /** The token as it is spelled, empty behind the end. */
  public String spelling() {
    return done() ? "" : tokens.text(at);
  }

  /** What the string at the cursor says. */
  public String string() {
    return tokens.string(at);
  }

  public int line() {
    return tokens.count() == 0 ? 1 : tokens.line(Math.min(at, tokens.count() - 1));
  }

  /** Whether the token is the first of its line. */
  public boolean startsLine() {
    return !done() && tokens.startsLine(at);
  }

  /** Whether no white space stands between the token and the one before it. */
  public boolean touchesPrevious() {
    return at > 0 && !done() && tokens.end(at - 1) == tokens.start(at);
  }

  public void next() {
    at++;
  }

  /** The token as it is spelled; the cursor moves past it. */
  public String take() {
    String spelling = spelling();
    at++;
    return spelling;
  }

  /** Whether the token is spelled so; then the cursor moves past it. */
  public boolean take(String spelling) {
    boolean is = at(spelling);
    if (is) {
      at++;
    }
    return is;
  }

  /** Moves past the token, or past the whole group that it opens. */
  public void skip() {
    at = done() ? end : Math.min(end, tokens.next(at));
  }

  public void moveTo(int token) {
    at = token;
  }

  public void toEnd() {
    at = end;
  }

  /** Moves to where this spelling comes next outside of groups, or to the end. */
  public void skipTo(String spelling) {
    while (!done() && !at(spelling)) {
      skip();
    }
  }

  /** Moves behind where this spelling comes next outside of groups, or to the end. */
  public void skipPast(String spelling) {
    skipTo(spelling);
    take(spelling);
  }

  /** What stands before this spelling, or up to the end; the cursor moves to it. */
  public Cursor before(String spelling) {
    int from = at;
    skipTo(spelling);
    return new Cursor(tokens, from, at);
  }

  /** Repeats a step up to the end; what a step leaves where it is is passed over. */
  public void forEach(Runnable step) {
    while (!done()) {
      int before = at;
      step.run();
      if (at == before) {
        skip();
      }
    }
  }

  /** The words up to the end; the cursor moves there. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    for (; !done(); next()) {
      if (atWord()) {
        words.add(spelling());
      }
    }
    return words;
  }

  /** Another cursor at this place, to look ahead with. */
  public Cursor ahead() {
    return new Cursor(tokens, at, end);
  }

  /** The inside of the group that opens here; the cursor moves past it. */
  public Cursor group() {
    Cursor inside = new Cursor(tokens, at + 1, Math.min(end, tokens.closing(at)));
    skip();
    return inside;
  }

  /** Whether the group that opens here is followed by this. */
  public boolean groupIsFollowedBy(String spelling) {
    int behind = tokens.next(at);
    return behind < end && tokens.is(behind, spelling);
  }

  /** Where this spelling comes next outside of groups; -1 when it does not. */
  public int find(String spelling) {
    for (int i = at; i < end; i = tokens.next(i)) {
      if (tokens.is(i, spelling)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether type arguments open here, and not a comparison. */
  public boolean atAngles() {
    return at("<") && angleEnd() >= 0;
  }

  /** Whether type arguments open here; then the cursor moves past them. */
  public boolean skipAngles() {
    int close = at("<") ? angleEnd() : -1;
    if (close < 0) {
      return false;
    }
    at = close + 1;
    return true;
  }

  /** Where the angle bracket that opens here is closed; -1 when it is a comparison. */
  private int angleEnd() {
    int depth = 0;
    for (int i = at; i < end && i - at < MAX_ANGLES; i++) {
      if (tokens.is(i, "<")) {
        depth++;
      } else if (tokens.is(i, ">")) {
        depth--;
        if (depth == 0) {
          return i;
        }
      } else if (tokens.is(i, "(") || tokens.is(i, "[")) {
        i = tokens.closing(i);
      } else if (!mayStandInTypeArguments(i)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean mayStandInTypeArguments(int token) {
    return switch (tokens.kind(token)) {
      case WORD -> true;
      case PUNCTUATION -> ".,?&*:'=+->".contains(tokens.text(token)) || tokens.is(token, "::");
      default -> false;
    };
  }

  /** The inside of the angle brackets that open here; the cursor moves past them. */
  public Cursor angles() {
    int close = angleEnd();
    Cursor inside = new Cursor(tokens, at + 1, close);
    at = close + 1;
    return inside;
  }
}
