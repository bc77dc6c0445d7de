package io.mcpcatalogue.catalogue;

import java.nio.file.Path;
import java.sql.SQLException;

/** The catalogue cannot be opened, read or written; the message names the file and the remedy. */
public final class CatalogueException extends Exception {
  /** SQLITE_IOERR_SHMSIZE: the file beside a catalogue that its processes share finds no room. */
  private static final int NO_SPACE_TO_SHARE = 10 | 19 << 8;

  private final Kind kind;

  /** Why it failed. */
  public enum Kind {
    /** There is no such file, or it cannot be opened. */
    NOT_FOUND,
    /** The file is no catalogue. */
    NOT_A_CATALOGUE,
    /** A newer program wrote it. */
    NEWER,
    /** Another process is writing. */
    BUSY,
    /** The file, its directory or its disk cannot be written. */
    READ_ONLY,
    /** No space is left. */
    DISK_FULL,
    /** The file is damaged. */
    DAMAGED,
    /** The system could not read or write the file. */
    DISK_FAILED,
    /** Anything else. */
    FAILED
  }

  public CatalogueException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  private CatalogueException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Says in our own words what SQLite reports about a file. */
  static CatalogueException of(Path file, SQLException cause) {
    // The lower byte is the primary result code.
    return switch (cause.getErrorCode() & 0xff) {
      case 5, 6 ->
          new CatalogueException(
              Kind.BUSY,
              file + " is being written by another process; try again when it has ended",
              cause);
      case 10 ->
          cause.getErrorCode() == NO_SPACE_TO_SHARE
              ? full(file, cause)
              : new CatalogueException(
                  Kind.DISK_FAILED,
                  file + " cannot be read or written: " + oneLine(cause.getMessage()),
                  cause);
      case 8 -> new CatalogueException(Kind.READ_ONLY, file + " cannot be written", cause);
      case 11 ->
          new CatalogueException(
              Kind.DAMAGED, file + " is damaged: " + oneLine(cause.getMessage()), cause);
      case 13 -> full(file, cause);
      case 14 -> new CatalogueException(Kind.NOT_FOUND, file + " cannot be opened", cause);
      case 26 -> new CatalogueException(Kind.NOT_A_CATALOGUE, file + " is no catalogue", cause);
      default ->
          new CatalogueException(Kind.FAILED, file + ": " + oneLine(cause.getMessage()), cause);
    };
  }

  private static CatalogueException full(Path file, SQLException cause) {
    return new CatalogueException(
        Kind.DISK_FULL, "no space is left for " + file + "; what was saved before is kept", cause);
  }

  private static String oneLine(String message) {
    return String.valueOf(message).replaceAll("\\s+", " ");
  }
}
