package io.mcpcatalogue.collect.config;

import io.mcpcatalogue.collect.SecretNames;
import io.mcpcatalogue.collect.SecretRedactor;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.SafeText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** States what stands out in how a client starts or calls a server. docs/facts.md lists the ids. */
final class LaunchFacts {
  private static final int MAX_VALUE = 300;
  private static final SecretRedactor REDACTOR = SecretRedactor.byShape();

  private static final Pattern FETCH_AND_RUN =
      Pattern.compile(
          "\\b(curl|wget|iwr|invoke-webrequest|irm)\\b[^|;]{0,400}[|;]\\s{0,4}"
              + "(sudo\\s{1,4})?(ba|z|da)?(sh|iex|python3?|node|invoke-expression)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALL_INTERFACES =
      Pattern.compile("(^|[^0-9.])0\\.0\\.0\\.0($|[^0-9.])|(^|[=\\s])(\\[::]|::)(:[0-9]+)?($|\\s)");
  private static final Set<String> WIDE_PATHS =
      Set.of(
          "/",
          "~",
          "~/",
          "/home",
          "/users",
          "/root",
          "c:\\",
          "c:/",
          "$home",
          "${home}",
          "%userprofile%",
          "/etc",
          "/var",
          "${userhome}");
  private static final Pattern TEMPORARY =
      Pattern.compile("^(/tmp/|/var/tmp/|/dev/shm/|.*[/\\\\](Downloads|Temp|tmp)[/\\\\]).*");
  private static final Set<String> REGISTRY_OPTIONS =
      Set.of("--registry", "--index-url", "--extra-index-url", "--index", "--default-index");
  private static final Pattern REGISTRY_VARIABLE =
      Pattern.compile(
          "npm_config_registry|(pip|uv)_(extra_)?(index|index_url|default_index)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> PRELOADS =
      Set.of(
          "LD_PRELOAD",
          "DYLD_INSERT_LIBRARIES",
          "NODE_OPTIONS",
          "PYTHONSTARTUP",
          "BASH_ENV",
          "PYTHONPATH",
          "NODE_PATH");
  private static final Map<String, String> TLS_OFF =
      Map.of(
          "NODE_TLS_REJECT_UNAUTHORIZED",
          "0",
          "PYTHONHTTPSVERIFY",
          "0",
          "GIT_SSL_NO_VERIFY",
          "true");
  private static final Pattern TLS_OFF_OPTION =
      Pattern.compile(
          "--(insecure|no-check-certificate|no-verify-ssl|skip-tls-verify|no-ssl-verify)");

  private final ConfiguredServer server;
  private final LaunchCommand launch;
  private final List<Fact> facts = new ArrayList<>();

  private LaunchFacts(ConfiguredServer server, LaunchCommand launch) {
    this.server = server;
    this.launch = launch;
  }

  static List<Fact> of(ConfiguredServer server, LaunchCommand launch) {
    LaunchFacts facts = new LaunchFacts(server, launch);
    facts.command();
    facts.container();
    facts.environment();
    facts.address();
    facts.client();
    return List.copyOf(facts.facts);
  }

  private void command() {
    String line = REDACTOR.redactCommand(server.command());
    if (launch.kind() != LaunchCommand.Kind.PROGRAM && !launch.pinned()) {
      add("launch/unpinned-package", launch.reference());
    }
    launch.inlineShell().ifPresent(text -> add("launch/inline-shell", text));
    if (launch.sudo()) {
      add("launch/sudo", line);
    }
    String plain = String.join(" ", server.command());
    if (FETCH_AND_RUN.matcher(plain).find()) {
      add("launch/fetch-and-run", line);
    }
    if (!redactedEquals(server.command())) {
      add("launch/secret-in-arguments", line);
    }
    if (ALL_INTERFACES.matcher(plain).find()) {
      add("transport/binds-all-interfaces", line);
    }
    server.command().stream()
        .limit(1)
        .filter(program -> TEMPORARY.matcher(program).matches())
        .forEach(program -> add("launch/temporary-program", program));
    for (String word : server.command()) {
      if (WIDE_PATHS.contains(word.toLowerCase(Locale.ROOT))) {
        add("launch/wide-directory", word);
      }
      if (TLS_OFF_OPTION.matcher(word).matches()) {
        add("transport/certificates-unchecked", word);
      }
      if (REGISTRY_OPTIONS.contains(word.replaceFirst("=.*", ""))) {
        add("launch/other-registry", line);
      }
    }
  }

  private boolean redactedEquals(List<String> words) {
    boolean secretFollows = false;
    for (String word : words) {
      if (secretFollows && !word.startsWith("-") && SecretNames.isRealValue(word)) {
        return false;
      }
      secretFollows = word.startsWith("-") && !word.contains("=") && SecretNames.isSecret(word);
    }
    return !REDACTOR.holdsSecret(String.join(" ", words));
  }

  private void container() {
    if (launch.kind() != LaunchCommand.Kind.IMAGE) {
      return;
    }
    List<String> words = server.command();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String value =
          word.contains("=")
              ? word.substring(word.indexOf('=') + 1)
              : i + 1 < words.size() ? words.get(i + 1) : "";
      String option = word.replaceFirst("=.*", "");
      switch (option) {
        case "--privileged", "--cap-add" -> add("launch/privileged-container", word);
        case "--network", "--net", "--pid", "--ipc" -> {
          if (value.equals("host")) {
            add("launch/privileged-container", option + " host");
          }
        }
        case "-v", "--volume", "--mount" -> mount(value);
        default -> {
          // Every other option is of no interest here.
        }
      }
    }
  }

  private void mount(String value) {
    if (value.contains("docker.sock") || value.contains("podman.sock")) {
      add("launch/privileged-container", value);
      return;
    }
    String source =
        value.startsWith("type=") ? field(value) : value.replaceFirst(":(?![\\\\]).*", "");
    if (WIDE_PATHS.contains(source.toLowerCase(Locale.ROOT))) {
      add("launch/wide-directory", value);
    }
  }

  private static String field(String mount) {
    for (String part : mount.split(",")) {
      if (part.startsWith("src=") || part.startsWith("source=")) {
        return part.substring(part.indexOf('=') + 1);
      }
    }
    return "";
  }

  private void environment() {
    server
        .environment()
        .forEach(
            (name, value) -> {
              boolean secret =
                  SecretNames.isSecret(name) && SecretNames.isRealValue(value)
                      || REDACTOR.holdsSecret(value);
              if (secret) {
                add("launch/secret-in-environment", name);
              }
              if (value.equalsIgnoreCase(TLS_OFF.get(name)) || value.equals(TLS_OFF.get(name))) {
                add("transport/certificates-unchecked", name + "=" + value);
              }
              if (REGISTRY_VARIABLE.matcher(name).matches()) {
                add("launch/other-registry", name + "=" + value);
              }
              boolean require =
                  !name.equals("NODE_OPTIONS")
                      || value.contains("-r")
                      || value.contains("--import")
                      || value.contains("--inspect");
              if (PRELOADS.contains(name) && require) {
                add("launch/preloaded-code", name + "=" + value);
              }
              if (ALL_INTERFACES.matcher(value).find()) {
                add("transport/binds-all-interfaces", name + "=" + value);
              }
            });
  }

  private void address() {
    server.url().ifPresent(this::address);
    server.command().stream()
        .filter(word -> word.startsWith("http://") || word.startsWith("https://"))
        .forEach(this::address);
    server
        .headers()
        .forEach(
            (name, value) -> {
              boolean secret =
                  SecretNames.isSecret(name) && isRealCredential(value)
                      || REDACTOR.holdsSecret(value);
              if (secret) {
                add("transport/secret-in-header", name);
              }
            });
  }

  private static boolean isRealCredential(String value) {
    return SecretNames.isRealValue(value.replaceFirst("(?i)^(bearer|basic|token)\\s+", ""));
  }

  private void address(String address) {
    if (address.startsWith("http://") && !isLocal(address)) {
      add("transport/plain-http", REDACTOR.redact(address));
    }
    if (ALL_INTERFACES.matcher(address).find()) {
      add("transport/binds-all-interfaces", REDACTOR.redact(address));
    }
    if (REDACTOR.holdsSecret(address)) {
      add("transport/secret-in-address", REDACTOR.redact(address));
    }
  }

  private static boolean isLocal(String address) {
    Optional<String> host = host(address);
    return host.filter(
            name ->
                name.equals("localhost")
                    || name.endsWith(".localhost")
                    || name.startsWith("127.")
                    || name.equals("0.0.0.0")
                    || name.equals("[::1]")
                    || name.equals("host.docker.internal"))
        .isPresent();
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost())
          .map(name -> name.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      // Addresses with placeholders in them are none yet.
      return Optional.empty();
    }
  }

  private void client() {
    if (!server.autoApproved().isEmpty()) {
      add("client/calls-without-asking", String.join(", ", server.autoApproved()));
    }
    if (server.disabled()) {
      add("client/disabled", server.name());
    }
  }

  private void add(String id, String value) {
    String safe = SafeText.line(REDACTOR.redact(value), MAX_VALUE);
    Fact fact = new Fact(id, safe, server.where());
    if (!facts.contains(fact)) {
      facts.add(fact);
    }
  }
}
