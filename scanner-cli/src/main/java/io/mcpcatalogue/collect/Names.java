package io.mcpcatalogue.collect;

import java.util.Locale;
import java.util.regex.Pattern;

/** Spellings of names that mean the same thing. */
public final class Names {
  private static final Pattern PYPI_SEPARATORS = Pattern.compile("[-_.]+");

  private Names() {}

  /** The normal form of a PyPI name, in which {@code My_Server} and {@code my-server} are one. */
  public static String pypi(String name) {
    return PYPI_SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }
}
