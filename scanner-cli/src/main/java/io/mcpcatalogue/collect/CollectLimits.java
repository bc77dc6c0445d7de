package io.mcpcatalogue.collect;

/**
 * What a server's answers may cost. Immutable.
 *
 * @param maxAnswerBytes size of one message; a real server sends 1 MB in one line
 * @param maxTools number of tools of one server
 * @param maxPages pages of one list
 */
public record CollectLimits(long maxAnswerBytes, int maxTools, int maxPages) {
  public static final CollectLimits DEFAULT = new CollectLimits(64L << 20, 20_000, 1_000);
}
