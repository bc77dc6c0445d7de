package io.mcpcatalogue.classifier.facts;

/**
 * A place in a tool definition, as a step from the place above it. Most places are never shown, so
 * it is spelled out as a JSON pointer only when somebody asks. Immutable.
 */
public final class Pointer {
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

  /** What stands below a keyword of the schema that stands here: {@code items}. */
  Pointer to(String below) {
    return new Pointer(this, below, null);
  }

  /** A member of what stands below a keyword: of {@code properties}, or of {@code anyOf}. */
  Pointer to(String below, String name) {
    return new Pointer(this, below, name);
  }

  @Override
  public String toString() {
    if (spelled == null) {
      StringBuilder out = new StringBuilder();
      spell(out);
      spelled = out.toString();
    }
    return spelled;
  }

  /** As deep as the walk through a schema goes, which has its limits. */
  private void spell(StringBuilder out) {
    if (above == null) {
      out.append(keyword);
      return;
    }
    above.spell(out);
    out.append('/').append(keyword);
    if (member != null) {
      out.append('/').append(escaped(member));
    }
  }

  private static String escaped(String name) {
    return name.indexOf('~') < 0 && name.indexOf('/') < 0
        ? name
        : name.replace("~", "~0").replace("/", "~1");
  }
}
