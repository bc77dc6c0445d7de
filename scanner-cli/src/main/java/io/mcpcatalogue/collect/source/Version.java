package io.mcpcatalogue.collect.source;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version by the rules of semantic versioning, as npm orders them. Immutable.
 *
 * @param preRelease the dotted parts behind {@code -}, empty for a release
 */
record Version(BigInteger major, BigInteger minor, BigInteger patch, List<String> preRelease)
    implements Comparable<Version> {

  private static final Pattern FORM =
      Pattern.compile(
          "[v=\\s]*([0-9]{1,16})\\.([0-9]{1,16})\\.([0-9]{1,16})"
              + "(?:-([0-9A-Za-z.-]{1,200}))?(?:\\+[0-9A-Za-z.-]{1,200})?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}");

  Version {
    preRelease = List.copyOf(preRelease);
  }

  static Version of(long major, long minor, long patch) {
    return new Version(
        BigInteger.valueOf(major), BigInteger.valueOf(minor), BigInteger.valueOf(patch), List.of());
  }

  static Optional<Version> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Version(
            new BigInteger(matcher.group(1)),
            new BigInteger(matcher.group(2)),
            new BigInteger(matcher.group(3)),
            matcher.group(4) == null ? List.of() : List.of(matcher.group(4).split("\\."))));
  }

  boolean isRelease() {
    return preRelease.isEmpty();
  }

  boolean sameNumbers(Version other) {
    return major.equals(other.major) && minor.equals(other.minor) && patch.equals(other.patch);
  }

  @Override
  public int compareTo(Version other) {
    int numbers = major.compareTo(other.major);
    numbers = numbers != 0 ? numbers : minor.compareTo(other.minor);
    numbers = numbers != 0 ? numbers : patch.compareTo(other.patch);
    if (numbers != 0) {
      return numbers;
    }
    if (isRelease() || other.isRelease()) {
      return Boolean.compare(isRelease(), other.isRelease());
    }
    for (int i = 0; i < Math.min(preRelease.size(), other.preRelease.size()); i++) {
      int part = comparePart(preRelease.get(i), other.preRelease.get(i));
      if (part != 0) {
        return part;
      }
    }
    return Integer.compare(preRelease.size(), other.preRelease.size());
  }

  private static int comparePart(String one, String other) {
    boolean oneIsNumber = NUMBER.matcher(one).matches();
    boolean otherIsNumber = NUMBER.matcher(other).matches();
    if (oneIsNumber && otherIsNumber) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    return oneIsNumber != otherIsNumber ? (oneIsNumber ? -1 : 1) : one.compareTo(other);
  }
}
