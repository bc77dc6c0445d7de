package io.mcpcatalogue.collect.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of versions in npm's notation: comparators, {@code ^}, {@code ~}, {@code x}, hyphens, and
 * alternatives behind {@code ||}. Immutable.
 */
final class VersionRange {
  private static final Pattern PARTIAL =
      Pattern.compile(
          "[v=]?([0-9]{1,15}|[xX*])(?:\\.([0-9]{1,15}|[xX*]))?(?:\\.([0-9]{1,15}|[xX*]))?"
              + "(?:-([0-9A-Za-z.-]{1,200}))?(?:\\+[0-9A-Za-z.-]{1,200})?");
  private static final Pattern COMPARATOR = Pattern.compile("(>=|<=|>|<|=|\\^|~>?|)\\s*(.+)");
  private static final Pattern HYPHEN = Pattern.compile("(\\S+)\\s+-\\s+(\\S+)");

  private final List<List<Bound>> alternatives;

  private VersionRange(List<List<Bound>> alternatives) {
    this.alternatives = alternatives;
  }

  /** One end of an interval. */
  private record Bound(boolean lower, boolean inclusive, Version version) {
    boolean holds(Version candidate) {
      int order = candidate.compareTo(version);
      return order == 0 ? inclusive : lower == order > 0;
    }
  }

  /** A version of which parts may be open; open parts are -1. */
  private record Partial(long major, long minor, long patch, Optional<Version> exact) {
    Version lowest() {
      return exact.orElseGet(
          () -> Version.of(Math.max(0, major), Math.max(0, minor), Math.max(0, patch)));
    }

    /** The first version behind all that the parts allow. */
    Version behind() {
      return minor < 0 ? Version.of(major + 1, 0, 0) : Version.of(major, minor + 1, 0);
    }
  }

  static Optional<VersionRange> parse(String text) {
    List<List<Bound>> alternatives = new ArrayList<>();
    for (String alternative : text.split("\\|\\|", -1)) {
      Optional<List<Bound>> bounds = bounds(alternative.strip());
      if (bounds.isEmpty()) {
        return Optional.empty();
      }
      alternatives.add(bounds.get());
    }
    return Optional.of(new VersionRange(alternatives));
  }

  /** Whether the version lies in the range; a pre-release only where the range names one of it. */
  boolean holds(Version version) {
    return alternatives.stream().anyMatch(bounds -> holds(bounds, version));
  }

  private static boolean holds(List<Bound> bounds, Version version) {
    boolean within = bounds.stream().allMatch(bound -> bound.holds(version));
    return within
        && (version.isRelease()
            || bounds.stream()
                .map(Bound::version)
                .anyMatch(bound -> !bound.isRelease() && bound.sameNumbers(version)));
  }

  private static Optional<List<Bound>> bounds(String text) {
    Matcher hyphen = HYPHEN.matcher(text);
    List<Bound> bounds = new ArrayList<>();
    if (hyphen.matches()) {
      Optional<Partial> from = partial(hyphen.group(1));
      Optional<Partial> to = partial(hyphen.group(2));
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      bounds.add(new Bound(true, true, from.get().lowest()));
      upTo(to.get(), bounds);
      return Optional.of(bounds);
    }
    String joined = text.replaceAll("(>=|<=|>|<|=|\\^|~>?)\\s+", "$1");
    for (String word : joined.isEmpty() ? List.of("*") : List.of(joined.split("\\s+"))) {
      Matcher comparator = COMPARATOR.matcher(word);
      Optional<Partial> partial =
          comparator.matches() ? partial(comparator.group(2)) : Optional.empty();
      if (partial.isEmpty()) {
        return Optional.empty();
      }
      add(comparator.group(1), partial.get(), bounds);
    }
    return Optional.of(bounds);
  }

  private static void add(String operator, Partial partial, List<Bound> bounds) {
    Version lowest = partial.lowest();
    if (partial.major < 0) {
      bounds.add(new Bound(true, true, Version.of(0, 0, 0)));
      return;
    }
    boolean open = partial.minor < 0 || partial.patch < 0;
    switch (operator) {
      case "^" -> {
        bounds.add(new Bound(true, true, lowest));
        bounds.add(new Bound(false, false, behindCaret(partial)));
      }
      case "~", "~>" -> {
        bounds.add(new Bound(true, true, lowest));
        bounds.add(new Bound(false, false, partial.behind()));
      }
      case ">=" -> bounds.add(new Bound(true, true, lowest));
      case ">" -> bounds.add(new Bound(true, open, open ? partial.behind() : lowest));
      case "<" -> bounds.add(new Bound(false, false, lowest));
      case "<=" -> upTo(partial, bounds);
      default -> {
        bounds.add(new Bound(true, true, lowest));
        upTo(partial, bounds);
      }
    }
  }

  private static void upTo(Partial partial, List<Bound> bounds) {
    boolean open = partial.minor < 0 || partial.patch < 0;
    if (partial.major >= 0) {
      bounds.add(new Bound(false, !open, open ? partial.behind() : partial.lowest()));
    }
  }

  /** The first version that is incompatible: the next of the leftmost part that is not zero. */
  private static Version behindCaret(Partial partial) {
    if (partial.major > 0 || partial.minor < 0) {
      return Version.of(partial.major + 1, 0, 0);
    }
    return partial.minor > 0 || partial.patch < 0
        ? Version.of(0, partial.minor + 1, 0)
        : Version.of(0, 0, partial.patch + 1);
  }

  private static Optional<Partial> partial(String text) {
    Matcher matcher = PARTIAL.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long major = part(matcher.group(1));
    long minor = major < 0 ? -1 : part(matcher.group(2));
    long patch = minor < 0 ? -1 : part(matcher.group(3));
    return Optional.of(new Partial(major, minor, patch, Version.parse(text)));
  }

  private static long part(String text) {
    return text == null || text.matches("[xX*]") ? -1 : Long.parseLong(text);
  }
}
