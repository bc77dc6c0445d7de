package io.mcpcatalogue.collect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of every text that is shown or stored: those the user gave, and those that are
 * known by their shape or by the name beside them. Immutable.
 */
public final class SecretRedactor {
  /** Stands where a secret stood. */
  public static final String MARK = "[redacted]";

  /** Shorter values would take ordinary words out of texts. */
  private static final int SHORTEST_KNOWN = 6;

  /** What is longer is cut first: a secret at the cut is cut with it, never half shown. */
  private static final int LONGEST_TEXT = 1 << 20;

  /** No shorter text has the shape of a secret. */
  private static final int SHORTEST_SHAPE = 19;

  // Every pattern runs in linear time: quantified classes that cannot give back what follows them.
  private static final Pattern SHAPES =
      Pattern.compile(
          "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,20000}+(?:-----END [A-Z ]{0,40}KEY-----)?"
              + "|\\beyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+)?"
              + "|\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"
              + "|\\bAIza[0-9A-Za-z_-]{30,}+"
              + "|\\bya29\\.[0-9A-Za-z_-]{16,}+"
              + "|\\bSG\\.[A-Za-z0-9_-]{16,}+\\.[A-Za-z0-9_-]{16,}+"
              + "|\\b(?:gh[opsur]_|github_pat_|glpat-|gldt-|xox[abeoprs]-|xapp-|sk-ant-|sk-proj-|sk-or-"
              + "|[spr]k_live_|[spr]k_test_|whsec_|dop_v1_|lin_api_|figd_|shpat_|shpss_|sntrys_|sntryu_"
              + "|apify_api_|tvly-|PMAK-|ATATT|ATCTT|pypi-)[A-Za-z0-9_.=-]{16,}+"
              + "|\\b(?:sk|rk|pk|pat|key|secret|npm|hf|ntn|r8|gsk|pplx|fal|xai|fc|dapi|csk|phx|phc|re|sbp)"
              + "[_-](?=[A-Za-z]{0,60}[0-9])[A-Za-z0-9]{20,}+"
              + "|\\bpat[A-Za-z0-9]{14}\\.[0-9a-f]{40,}+"
              + "|\\b[0-9]{8,10}:AA[A-Za-z0-9_-]{30,}+"
              + "|\\bAGE-SECRET-KEY-[A-Z0-9]{20,}+");

  private static final Pattern USER_IN_ADDRESS =
      Pattern.compile("\\b([A-Za-z][A-Za-z0-9+.-]{1,20}+://)[^\\s/@\"'<>]{1,400}+@");

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "\\b(?:(Bearer|Basic)(\\s{1,4}+)(?=[^\\s\"',;]{0,400}[0-9=._])"
              + "|(Token|ApiKey|Digest)(\\s{1,4}+)(?=[^\\s\"',;]{0,400}[0-9]))"
              + "[A-Za-z0-9+/=._~-]{8,}+",
          Pattern.CASE_INSENSITIVE);

  /** A name and what stands between it and its value: '=', ':', or blanks behind an option. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(-{0,2}+)[\"']?([A-Za-z][A-Za-z0-9_.-]{0,80}+)"
              + "([\"']?\\s{0,4}+[=:]\\s{0,4}+|(?<=[A-Za-z0-9])\\s{1,4}+)");

  private static final Pattern VALUE =
      Pattern.compile(
          "\"([^\"\\n]{1,4000}+)\"|'([^'\\n]{1,4000}+)'"
              + "|(\\$\\{[^}]{0,200}+}|[^\\s\"',;&)}\\]<>]{1,4000}+)");

  private final List<String> known;

  private SecretRedactor(Collection<String> known) {
    this.known = List.copyOf(known);
  }

  /** Knows no secret in particular, only their shapes and names. */
  public static SecretRedactor byShape() {
    return new SecretRedactor(List.of());
  }

  /** Also takes out these values, wherever they stand. */
  public static SecretRedactor knowing(Collection<String> secrets) {
    TreeSet<String> longestFirst = new TreeSet<>(SecretRedactor::longestFirst);
    for (String secret : secrets) {
      if (secret.strip().length() >= SHORTEST_KNOWN) {
        longestFirst.add(secret.strip());
      }
    }
    return new SecretRedactor(longestFirst);
  }

  private static int longestFirst(String one, String other) {
    int order = Integer.compare(other.length(), one.length());
    return order != 0 ? order : one.compareTo(other);
  }

  /** The text with every secret replaced by {@link #MARK}. */
  public String redact(String text) {
    // A placeholder is taken out as well: better one word too many than one too few.
    return redact(text, value -> !SecretNames.isReference(value));
  }

  private String redact(String text, Predicate<String> isSecretValue) {
    String safe = text;
    for (String secret : known) {
      safe = safe.replace(secret, MARK);
    }
    if (safe.length() > LONGEST_TEXT) {
      safe = safe.substring(0, LONGEST_TEXT);
    }
    if (safe.length() >= SHORTEST_SHAPE) {
      safe = SHAPES.matcher(safe).replaceAll(MARK);
    }
    if (isOneWord(safe)) {
      // Neither an address nor a name with its value.
      return safe;
    }
    safe = USER_IN_ADDRESS.matcher(safe).replaceAll("$1" + MARK + "@");
    safe = AUTHORIZATION.matcher(safe).replaceAll(SecretRedactor::authorization);
    return redactNamed(safe, isSecretValue);
  }

  private static boolean isOneWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' || c == ':' || c <= ' ') {
        return false;
      }
    }
    return true;
  }

  /**
   * A command line with its secrets replaced, joined by blanks; a value behind an option such as
   * {@code --token} is one whatever it looks like.
   */
  public String redactCommand(List<String> words) {
    List<String> safe = new ArrayList<>();
    boolean secretFollows = false;
    for (String word : words) {
      boolean value = secretFollows && !word.startsWith("-") && !SecretNames.isReference(word);
      safe.add(value ? MARK : redact(word));
      secretFollows = word.startsWith("-") && SecretNames.isSecret(word);
    }
    return redact(String.join(" ", safe));
  }

  /** Whether the text holds a secret; a placeholder such as {@code YOUR_TOKEN} is none. */
  public boolean holdsSecret(String text) {
    return !redact(text, SecretNames::isRealValue).equals(text);
  }

  private static String authorization(MatchResult match) {
    String scheme = match.group(1) == null ? match.group(3) : match.group(1);
    String blanks = match.group(1) == null ? match.group(4) : match.group(2);
    return Matcher.quoteReplacement(scheme + blanks + MARK);
  }

  /** A value that is kept may itself hold a name and a secret: an address with a query, say. */
  private static String redactNamed(String text, Predicate<String> isSecretValue) {
    StringBuilder safe = new StringBuilder(text.length());
    Matcher name = NAME.matcher(text);
    Matcher value = VALUE.matcher(text);
    int copied = 0;
    int from = 0;
    while (name.find(from)) {
      from = name.end();
      boolean gives = !name.group(1).isEmpty() || !name.group(3).isBlank();
      if (gives
          && SecretNames.isSecret(name.group(2))
          && value.region(from, text.length()).lookingAt()) {
        int group = value.group(1) != null ? 1 : value.group(2) != null ? 2 : 3;
        if (isSecretValue.test(value.group(group)) && !isScheme(value.group(group))) {
          safe.append(text, copied, value.start(group)).append(MARK);
          copied = value.end(group);
          from = value.end();
        }
      }
    }
    return safe.append(text, copied, text.length()).toString();
  }

  /** {@code Authorization: Bearer [redacted]} is done already. */
  private static boolean isScheme(String value) {
    return value.equalsIgnoreCase("bearer")
        || value.equalsIgnoreCase("basic")
        || value.equalsIgnoreCase("token")
        || value.contains("[redacted");
  }
}
