package io.mcpcatalogue.collect.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long to wait before a request is sent again. */
final class Waiting {
  private static final Duration FIRST = Duration.ofMillis(500);

  private Waiting() {}

  /** Whether an answer of this status may be another one soon. */
  static boolean mayPass(int status, HttpHeaders headers) {
    return status == 429
        || status == 502
        || status == 503
        || status == 504
        || (status == 403 && isRateLimit(headers));
  }

  /** GitHub says 403, not 429, when the hour's requests are used up. */
  static boolean isRateLimit(HttpHeaders headers) {
    return headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent()
        || headers.firstValue("retry-after").isPresent();
  }

  /** What the other side asked for, if it did. */
  static Duration beforeAttempt(int attempt, HttpHeaders headers, Instant now) {
    return retryAfter(headers, now).or(() -> reset(headers, now)).orElse(usual(attempt));
  }

  /** Twice as long each time. */
  static Duration usual(int attempt) {
    return FIRST.multipliedBy(1L << Math.min(attempt - 1, 10));
  }

  private static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
    return headers.firstValue("retry-after").flatMap(text -> secondsOrDate(text.strip(), now));
  }

  private static Optional<Duration> secondsOrDate(String text, Instant now) {
    try {
      if (text.matches("[0-9]{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
      }
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(positive(Duration.between(now, date)));
    } catch (DateTimeException e) {
      // A header that nobody can read is one that was not sent.
      return Optional.empty();
    }
  }

  private static Optional<Duration> reset(HttpHeaders headers, Instant now) {
    boolean usedUp = headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
    return headers
        .firstValue("x-ratelimit-reset")
        .filter(text -> usedUp && text.matches("[0-9]{1,12}"))
        .map(text -> positive(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(text)))));
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
