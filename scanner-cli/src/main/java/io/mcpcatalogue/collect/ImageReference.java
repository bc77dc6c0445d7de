package io.mcpcatalogue.collect;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image as the user named it: {@code [HOST/]NAME[:TAG][@DIGEST]}. Immutable.
 *
 * @param host the registry's host, with its port if one was written
 * @param repository the image's path within the registry
 * @param reference a digest, or else a tag
 */
public record ImageReference(String host, String repository, String reference)
    implements Reference {
  /** The registry that is meant when none is named. */
  public static final String DEFAULT_HOST = "registry-1.docker.io";

  private static final Pattern IMAGE =
      Pattern.compile(
          "([a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*)"
              + "(?::([A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?");

  @Override
  public String id() {
    return "docker:" + repository;
  }

  /** Parses what follows {@code oci:} or {@code docker:}. */
  public static ImageReference parse(String text) throws InvalidTargetException {
    int slash = text.indexOf('/');
    String first = slash < 0 ? "" : text.substring(0, slash);
    boolean named = first.contains(".") || first.contains(":") || first.equals("localhost");
    String host = named ? first.toLowerCase(Locale.ROOT) : DEFAULT_HOST;
    Matcher matcher = IMAGE.matcher(named ? text.substring(slash + 1) : text);
    if (text.length() > 500 || !matcher.matches()) {
      throw new InvalidTargetException(
          "oci:" + text + ": not an image; write oci:[HOST/]NAME[:TAG]");
    }
    if (host.equals("docker.io") || host.equals("index.docker.io")) {
      host = DEFAULT_HOST;
    }
    String repository = matcher.group(1);
    boolean official = host.equals(DEFAULT_HOST) && !repository.contains("/");
    String tag = matcher.group(2) == null ? "latest" : matcher.group(2);
    return new ImageReference(
        host,
        official ? "library/" + repository : repository,
        matcher.group(3) == null ? tag : matcher.group(3));
  }
}
