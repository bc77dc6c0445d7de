package io.mcpcatalogue.catalogue;

import java.nio.file.Path;
import java.sql.SQLException;

/** The catalogue cannot be opened, read or written; the message names the file and the remedy. */
public final class CatalogueException extends Exception {
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
      case 8 -> new CatalogueException(Kind.READ_ONLY, file + " cannot be written", cause);
      case 11 ->
          new CatalogueException(
              Kind.DAMAGED, file + " is damaged: " + oneLine(cause.getMessage()), cause);
      case 13 ->
          new CatalogueException(
              Kind.DISK_FULL,
              "no space is left for " + file + "; what was saved before is kept",
              cause);
      case 14 -> new CatalogueException(Kind.NOT_FOUND, file + " cannot be opened", cause);
      case 26 -> new CatalogueException(Kind.NOT_A_CATALOGUE, file + " is no catalogue", cause);
      default ->
          new CatalogueException(Kind.FAILED, file + ": " + oneLine(cause.getMessage()), cause);
    };
  }

  private static String oneLine(String message) {
    return String.valueOf(message).replaceAll("\\s+", " ");
  }
}
