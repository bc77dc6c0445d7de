package io.mcpcatalogue.collect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by a name whether its value is a secret, and by a value whether it is a placeholder. */
public final class SecretNames {
  private static final Set<String> SECRET_WORDS =
      Set.of(
          "token",
          "secret",
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "apikey",
          "credential",
          "credentials",
          "bearer",
          "cookie",
          "pat",
          "dsn",
          "jwt",
          "authorization",
          "signature",
          "accesskey",
          "secretkey",
          "privatekey",
          "authtoken",
          "pass");

  /** Secret only together with one of {@link #KEY_KINDS} before it: a "key" alone may be a name. */
  private static final Set<String> KEY_KINDS =
      Set.of(
          "api",
          "access",
          "private",
          "secret",
          "auth",
          "account",
          "service",
          "signing",
          "master",
          "encryption",
          "admin",
          "license",
          "storage",
          "client",
          "app",
          "application",
          "user",
          "integration",
          "team",
          "subscription");

  /** Behind a secret word these say that the value is about the secret, not the secret. */
  private static final Set<String> ABOUT =
      Set.of(
          "file",
          "path",
          "dir",
          "directory",
          "name",
          "type",
          "url",
          "uri",
          "endpoint",
          "limit",
          "count",
          "max",
          "min",
          "ttl",
          "expiry",
          "expires",
          "expiration",
          "id",
          "length",
          "size",
          "sock",
          "socket",
          "store",
          "method",
          "mode",
          "enabled",
          "required",
          "header",
          "prefix",
          "format",
          "algorithm",
          "env",
          "var",
          "scope",
          "scopes",
          "host",
          "cmd",
          "command",
          "budget",
          "provider");

  /** Before a secret word these say the same. */
  private static final Set<String> HARMLESS_BEFORE =
      Set.of("max", "min", "no", "page", "next", "public", "num", "continuation", "without");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$\\{\\{[^}]*}}|\\$\\{[^}]*}|\\$[A-Za-z_][A-Za-z0-9_]*|%[A-Za-z_][A-Za-z0-9_]*%|\\{\\{[^}]*}}"
              + "|\\{[A-Za-z_][A-Za-z0-9_.-]*}|<[^>]*>|\\[[^\\]]*]|op://.*|env:.*|file:.*|!.*"
              + "|\\$\\(.*");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?:your|my|the|insert|enter|replace|add|put|paste|example|sample|dummy|fake|placeholder"
              + "|changeme|change-me|todo|none|null|true|false|undefined|redacted)(?:[^A-Za-z].*)?"
              + "|.*(?:[-_ ]here|_key_here|-goes-here)|.*\\byour[-_ ].*|[x*.X•-]{3,}.*"
              + "|[A-Za-z]{2,6}[-_][x*.X•]{3,}.*|.*\\.\\.\\.|.*…|.*x{6,}.*|[0-9]{1,5}",
          Pattern.CASE_INSENSITIVE);

  /** Shorter values are flags and examples. */
  private static final int SHORTEST = 3;

  private SecretNames() {}

  /** Whether a variable, option, header or member of this name carries a secret. */
  public static boolean isSecret(String name) {
    List<String> words = words(name);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean secret = SECRET_WORDS.contains(word) || isKey(words, i);
      boolean harmlessBefore = i > 0 && HARMLESS_BEFORE.contains(words.get(i - 1));
      boolean about = i + 1 < words.size() && ABOUT.contains(words.get(words.size() - 1));
      if (secret && !harmlessBefore && !about) {
        return true;
      }
    }
    return words.equals(List.of("auth")) || words.equals(List.of("key"));
  }

  /** Whether the value is one, rather than empty, a placeholder or a reference to elsewhere. */
  public static boolean isRealValue(String value) {
    String text = value.strip();
    return text.length() >= SHORTEST
        && !isReference(text)
        && (text.length() > 2_000 || !PLACEHOLDER.matcher(text).matches());
  }

  /** Whether the value only refers to one that is kept elsewhere, such as {@code ${TOKEN}}. */
  public static boolean isReference(String value) {
    String text = value.strip();
    return text.isEmpty() || (text.length() < 2_000 && REFERENCE.matcher(text).matches());
  }

  private static boolean isKey(List<String> words, int at) {
    boolean key = words.get(at).equals("key") || words.get(at).equals("keys");
    boolean kind = at > 0 && KEY_KINDS.contains(words.get(at - 1));
    // OPENAI_KEY, exa-key: a name of two words that ends in "key" is one of a service.
    boolean ofService = at == words.size() - 1 && at == 1 && !words.get(0).equals("public");
    return key && (kind || ofService);
  }

  private static List<String> words(String name) {
    String spaced =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z])([A-Z][a-z])", "$1 $2");
    String[] parts = spaced.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1);
    return Arrays.stream(parts).filter(part -> !part.isEmpty()).toList();
  }
}
