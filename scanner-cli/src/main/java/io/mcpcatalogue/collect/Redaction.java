package io.mcpcatalogue.collect;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of words that are shown or stored: those that are known, and what looks like
 * one. Immutable.
 */
public final class Redaction {
  private static final String COVER = "[redacted]";

  /** Shorter values would cover half of every text. */
  private static final int MIN_SECRET = 5;

  /** Tokens with a shape of their own, credentials in addresses, and values of telling names. */
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile(
              "\\b(?:sk|pk|rk|ghp|gho|ghs|ghu|glpat|xox[abeprs]|npm|pat|shpat|hf|lin_api|dop_v1)"
                  + "[-_][A-Za-z0-9_-]{12,}"),
          Pattern.compile("\\bgithub_pat_[A-Za-z0-9_]{20,}"),
          Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
          Pattern.compile("\\bAIza[A-Za-z0-9_-]{30,}"),
          Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?"),
          Pattern.compile("(?<=://)[^/\\s:@]{1,200}:[^/\\s@]{1,200}(?=@)"),
          Pattern.compile("(?i)(?<=\\bbearer )[A-Za-z0-9._~+/=-]{8,}"),
          Pattern.compile(
              "(?i)(?<=\\b(?:api_?key|token|secret|password|passwd)[=:])[^\\s\"',;&]{5,200}"));

  private final List<String> secrets;

  public Redaction(Collection<String> secrets) {
    this.secrets =
        secrets.stream()
            .filter(secret -> secret.length() >= MIN_SECRET)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(secret -> secret))
            .toList();
  }

  public String apply(String text) {
    String covered = text;
    for (String secret : secrets) {
      covered = covered.replace(secret, COVER);
    }
    for (Pattern shape : SHAPES) {
      covered = shape.matcher(covered).replaceAll(COVER);
    }
    return covered;
  }
}
