package io.mcpcatalogue.collect;

import io.mcpcatalogue.collect.ScanTarget.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Tells what a web address names: an archive the sources in it; pages of npm, PyPI and GitHub the
 * package or repository; anything else a server that speaks MCP there.
 */
final class WebTargets {
  private WebTargets() {}

  static ScanTarget parse(String text) throws InvalidTargetException {
    URI address = address(text);
    String host = address.getHost().toLowerCase(Locale.ROOT);
    String path = address.getPath() == null ? "" : address.getPath().replaceFirst("^/+", "");
    if (ScanTarget.isArchive(path)) {
      return ScanTarget.of(Kind.DOWNLOAD, text);
    }
    if (host.equals("github.com") || host.equals("www.github.com")) {
      return WrittenTarget.repository(RepositoryReference.parsePage(path));
    }
    boolean npm = host.equals("www.npmjs.com") || host.equals("npmjs.com");
    if (npm && path.startsWith("package/")) {
      String name = path.substring("package/".length()).replaceFirst("/v/", "@");
      return ScanTarget.parse("npm:" + withoutSlash(name));
    }
    if (host.equals("pypi.org") && path.startsWith("project/")) {
      String name = withoutSlash(path.substring("project/".length())).replaceFirst("/", "@");
      return ScanTarget.parse("pypi:" + name);
    }
    return ScanTarget.of(Kind.URL, text);
  }

  private static URI address(String text) throws InvalidTargetException {
    try {
      URI address = new URI(text);
      if (address.getHost() == null) {
        throw new InvalidTargetException(text + ": an address without a host");
      }
      if (address.getUserInfo() != null) {
        // Not repeated in the message: it is a credential, and messages end in logs.
        throw new InvalidTargetException(
            "an address with user and password in it: give credentials by --header or --bearer");
      }
      return address;
    } catch (URISyntaxException e) {
      throw new InvalidTargetException(text + ": not an address: " + e.getReason());
    }
  }

  private static String withoutSlash(String path) {
    return path.replaceFirst("/+$", "");
  }
}
