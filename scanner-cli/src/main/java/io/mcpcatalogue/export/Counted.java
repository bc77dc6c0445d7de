package io.mcpcatalogue.export;

/** Numbers of things, as people say them: {@code 1 server}, {@code 2 servers}. */
public final class Counted {
  private Counted() {}

  /**
   * The number with its noun.
   *
   * @param noun in the singular; its plural ends in s
   */
  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
