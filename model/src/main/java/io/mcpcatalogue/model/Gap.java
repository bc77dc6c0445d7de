package io.mcpcatalogue.model;

/**
 * A part that could not be read. Gaps travel with what was found: "not scanned" is never "clean".
 * Immutable.
 *
 * @param where the place: a target, a file with line, a tool
 * @param kind what kind of gap it is, for machines
 * @param reason the cause in one sentence, for people
 */
public record Gap(String where, Kind kind, String reason) {

  /** Why something could not be read. The names are part of the output contract. */
  public enum Kind {
    /** The input is no valid JSON, YAML, archive, or source of its kind. */
    MALFORMED,
    /** It exceeds a limit of size, count, depth or pages. */
    LIMIT,
    /** It did not answer in time. */
    TIMEOUT,
    /** The server could not be started, or ended before it answered. */
    START_FAILED,
    /** Credentials are needed that were not given. */
    CREDENTIALS,
    /** The network, or the other side, failed. */
    UNREACHABLE,
    /** There is no such file, package, repository or server. */
    NOT_FOUND,
    /** It is known only when the server runs. */
    DYNAMIC,
    /** It was left out because an option (offline, no --run) forbids looking. */
    NOT_ALLOWED,
    /** Two sources contradict each other. */
    CONTRADICTION,
    /** The same thing stands there twice. */
    DUPLICATE,
    /** A kind of input that this program does not read. */
    UNSUPPORTED,
    /** This program failed on it; worth a bug report. */
    FAULT
  }

  /** The first of so many gaps of one kind, which stands for all of them. */
  public static Gap firstOf(int count, String where, Kind kind, String reason) {
    return new Gap(where, kind, count > 1 ? reason + "; " + count + " of this kind" : reason);
  }

  @Override
  public String toString() {
    return where + ": " + kind + ", " + reason;
  }
}
