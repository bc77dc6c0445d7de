package io.mcpcatalogue.classifier.facts;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A place in a tool definition, as a step from the place above it. Most places are never shown, so
 * it is spelled out as a JSON pointer only when somebody asks. Immutable.
 */
public final class Pointer {
  /** The whole definition. */
  public static final Pointer ROOT = of("");

  private final Pointer above;
  private final String keyword;
  private final String member;

  /** Kept when it was asked for once; every thread would spell out the same. */
  private String spelled;

  private Pointer(Pointer above, String keyword, String member) {
    this.above = above;
    this.keyword = keyword;
    this.member = member;
  }

  /** A place that is spelled out already. */
  static Pointer of(String spelled) {
    return new Pointer(null, spelled, null);
  }

  /** What stands here under a name: {@code items}. */
  public Pointer to(String below) {
    return new Pointer(this, below, null);
  }

  /** A member of what stands here under a name: of {@code properties}, or of {@code anyOf}. */
  Pointer to(String below, String name) {
    return new Pointer(this, below, name);
  }

  /** Whether the last step is one to this name. */
  boolean endsWith(String name) {
    return above != null && (member == null ? keyword : member).equals(name);
  }

  @Override
  public String toString() {
    if (spelled == null) {
      spelled = spell();
    }
    return spelled;
  }

  private String spell() {
    Deque<Pointer> steps = new ArrayDeque<>();
    Pointer first = this;
    while (first.above != null) {
      steps.push(first);
      first = first.above;
    }
    StringBuilder out = new StringBuilder(first.keyword);
    for (Pointer step : steps) {
      out.append('/').append(escaped(step.keyword));
      if (step.member != null) {
        out.append('/').append(escaped(step.member));
      }
    }
    return out.toString();
  }

  private static String escaped(String name) {
    return name.indexOf('~') < 0 && name.indexOf('/') < 0
        ? name
        : name.replace("~", "~0").replace("/", "~1");
  }
}
