package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.HttpSettings;
import io.mcpcatalogue.collect.http.Origin;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * The user's own npm configuration: which registry serves a package, and which token belongs to it.
 * A project's {@code .npmrc} is not read: it comes with a repository, and could send the user's
 * requests elsewhere. Holds secrets, so it has no text form. Immutable.
 */
final class NpmConfig {
  private static final URI PUBLIC_REGISTRY = URI.create("https://registry.npmjs.org/");
  private static final int MAX_FILE = 1 << 20;
  private static final String PREFIX = "npm_config_";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\??}");

  private final Path file;
  private final Map<String, String> settings;

  private NpmConfig(Path file, Map<String, String> settings) {
    this.file = file;
    this.settings = settings;
  }

  /** Reads the user's file and then the environment, which goes before it. */
  static NpmConfig of(Map<String, String> environment, Path home) {
    Map<String, String> settings = new TreeMap<>();
    Map<String, String> variables = npmVariables(environment);
    String file = variables.getOrDefault("userconfig", "");
    Path path = file.isBlank() ? home.resolve(".npmrc") : Path.of(file);
    read(path).lines().forEach(line -> readLine(line, environment, settings));
    settings.putAll(variables);
    return new NpmConfig(path, settings);
  }

  private static String read(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MAX_FILE
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      // A file that may not be read configures nothing; npm goes on without it as well.
      return "";
    }
  }

  private static void readLine(
      String line, Map<String, String> environment, Map<String, String> settings) {
    String text = line.strip();
    int equals = text.indexOf('=');
    if (equals <= 0 || text.startsWith("#") || text.startsWith(";")) {
      return;
    }
    String value = text.substring(equals + 1).strip().replaceAll("^\"(.*)\"$", "$1");
    settings.put(text.substring(0, equals).strip(), expanded(value, environment));
  }

  private static String expanded(String value, Map<String, String> environment) {
    Matcher matcher = VARIABLE.matcher(value);
    return matcher.replaceAll(
        match -> Matcher.quoteReplacement(environment.getOrDefault(match.group(1), match.group())));
  }

  /** {@code npm_config_key} in either case; what names a registry's key keeps its own case. */
  private static Map<String, String> npmVariables(Map<String, String> environment) {
    Map<String, String> variables = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX) && !value.isBlank()) {
            String key = name.substring(PREFIX.length());
            boolean ofRegistry = key.startsWith("//") || key.startsWith("@");
            variables.put(ofRegistry ? key : key.toLowerCase(Locale.ROOT).replace('_', '-'), value);
          }
        });
    return variables;
  }

  /** The registry that serves a package, with a slash at its end. */
  URI registryOf(String packageName) {
    int slash = packageName.indexOf('/');
    String scoped = slash < 0 ? "" : packageName.substring(0, slash) + ":registry";
    return address(settings.get(scoped))
        .or(() -> address(settings.get("registry")))
        .orElse(PUBLIC_REGISTRY);
  }

  /**
   * The way to the registry: proxies and certificate authorities of npm go before those of the
   * machine. {@code strict-ssl=false} is not followed; what is fetched unchecked proves nothing.
   */
  HttpSettings over(HttpSettings machine) {
    Optional<URI> proxy = setting("proxy").flatMap(HttpSettings::proxyAddress);
    Optional<URI> secureProxy = setting("https-proxy").flatMap(HttpSettings::proxyAddress);
    return new HttpSettings(
        proxy.or(machine::httpProxy),
        secureProxy.or(() -> proxy).or(machine::httpsProxy),
        setting("noproxy").map(HttpSettings::hosts).orElse(machine.direct()),
        setting("cafile").map(Path::of).or(machine::authorities));
  }

  /** A failure; where a setting is meant to prevent it, the message says what does. */
  CollectException explained(CollectException failure) {
    boolean meant = setting("strict-ssl").filter("false"::equals).isPresent();
    return meant && failure.getCause() instanceof SSLException
        ? failure.told(
            failure.getMessage()
                + "; strict-ssl=false is not followed: name the authority as cafile=FILE in "
                + file)
        : failure;
  }

  private static Optional<URI> address(String text) {
    if (text == null || !text.matches("https?://.+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(text.endsWith("/") ? text : text + "/"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The Authorization header for an address of this registry; nothing for any other origin, so that
   * a token never follows an address that a registry merely named.
   */
  Optional<String> authorizationFor(URI address, URI registry) {
    if (!Origin.of(address).equals(Origin.of(registry))) {
      return Optional.empty();
    }
    String place = "//" + address.getRawAuthority() + address.getRawPath();
    for (int slash = place.lastIndexOf('/'); slash > 1; slash = place.lastIndexOf('/', slash - 1)) {
      String prefix = place.substring(0, slash + 1);
      Optional<String> found = authorization(prefix).or(() -> authorization(withoutSlash(prefix)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> authorization(String place) {
    Optional<String> token = setting(place + ":_authToken").map(value -> "Bearer " + value);
    Optional<String> basic = setting(place + ":_auth").map(value -> "Basic " + value);
    return token.or(() -> basic).or(() -> password(place));
  }

  private Optional<String> password(String place) {
    Optional<String> user = setting(place + ":username");
    Optional<String> password = setting(place + ":_password");
    if (user.isEmpty() || password.isEmpty()) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getDecoder().decode(password.get()), StandardCharsets.UTF_8);
      byte[] both = (user.get() + ":" + plain).getBytes(StandardCharsets.UTF_8);
      return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key))
        .filter(value -> !value.isBlank() && !value.contains("${"));
  }

  private static String withoutSlash(String place) {
    return place.substring(0, place.length() - 1);
  }
}
