package io.mcpcatalogue.collect.live.auth;

import io.mcpcatalogue.collect.http.HttpReply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server said when it wanted authorization. Immutable.
 *
 * @param scheme {@code Bearer}, {@code Basic} …, empty when it named none
 * @param resourceMetadata where it says more, empty when it did not tell
 * @param scope the scopes that it wants, empty when it did not tell
 */
public record AuthChallenge(String scheme, String resourceMetadata, String scope) {
  private static final int MAX_HEADER = 8_000;
  private static final Pattern SCHEME = Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9_-]{0,30})");

  /** Remembers the last challenge, wherever in the conversation it came. For one thread. */
  public static final class Heard {
    private Optional<AuthChallenge> last = Optional.empty();

    public void add(HttpReply reply) {
      last = Optional.of(of(reply.headers().allValues("www-authenticate")));
    }

    public Optional<AuthChallenge> last() {
      return last;
    }
  }

  static AuthChallenge of(List<String> headers) {
    List<String> bounded =
        headers.stream().filter(header -> header.length() <= MAX_HEADER).limit(10).toList();
    Optional<String> bearer =
        bounded.stream()
            .filter(header -> header.toLowerCase(Locale.ROOT).contains("bearer"))
            .findFirst();
    String header = bearer.orElseGet(() -> bounded.isEmpty() ? "" : bounded.get(0));
    Matcher scheme = SCHEME.matcher(header);
    return new AuthChallenge(
        bearer.isPresent() ? "Bearer" : scheme.find() ? scheme.group(1) : "",
        parameter(header, "resource_metadata"),
        parameter(header, "scope"));
  }

  private static String parameter(String header, String name) {
    Matcher matcher =
        Pattern.compile(
                "(?i)(?:^|[\\s,])"
                    + name
                    + "\\s{0,5}=\\s{0,5}(?:\"([^\"]{0,2000})\"|([^\\s,\"]{1,2000}))")
            .matcher(header);
    if (!matcher.find()) {
      return "";
    }
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }
}
