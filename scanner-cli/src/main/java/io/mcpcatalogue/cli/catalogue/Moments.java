package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.cli.console.UsageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads moments as people write them: a day, or a moment with its time zone. */
final class Moments {
  private Moments() {}

  /** A day begins at midnight UTC, so that the answer does not depend on where it is asked. */
  static Instant parse(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UsageException(
          "'" + text + "' is no moment; write 2026-01-31 or 2026-01-31T12:00:00Z");
    }
  }
}
