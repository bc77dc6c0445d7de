package io.mcpcatalogue.collect.live.launch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables that a server gets when it is run: what programs need to work at all, and nothing
 * that could be a secret of the user. Immutable.
 */
final class CleanEnvironment {
  /** Where things are, who runs them, in which language. */
  private static final List<String> COMMON =
      List.of(
          "PATH",
          "HOME",
          "LOGNAME",
          "USER",
          "SHELL",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "TEMP",
          "TMP",
          "JAVA_HOME",
          "XDG_CACHE_HOME",
          "XDG_DATA_HOME",
          "XDG_RUNTIME_DIR");

  private static final List<String> WINDOWS =
      List.of(
          "APPDATA",
          "COMSPEC",
          "HOMEDRIVE",
          "HOMEPATH",
          "LOCALAPPDATA",
          "NUMBER_OF_PROCESSORS",
          "OS",
          "PATHEXT",
          "PROCESSOR_ARCHITECTURE",
          "PROGRAMDATA",
          "PROGRAMFILES",
          "PROGRAMFILES(X86)",
          "SYSTEMDRIVE",
          "SYSTEMROOT",
          "USERNAME",
          "USERPROFILE",
          "WINDIR");

  /** How the network is reached, without which package launchers fail behind a proxy. */
  private static final List<String> NETWORK =
      List.of(
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "ALL_PROXY",
          "NODE_EXTRA_CA_CERTS",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "REQUESTS_CA_BUNDLE",
          "CURL_CA_BUNDLE",
          "PIP_CERT");

  /** Where package launchers keep and find their packages; never their tokens. */
  private static final List<String> LAUNCHERS =
      List.of(
          "NPM_CONFIG_CACHE",
          "NPM_CONFIG_PREFIX",
          "NPM_CONFIG_REGISTRY",
          "NPM_CONFIG_USERCONFIG",
          "NPM_CONFIG_CAFILE",
          "NVM_DIR",
          "FNM_DIR",
          "VOLTA_HOME",
          "BUN_INSTALL",
          "DENO_DIR",
          "PNPM_HOME",
          "PYENV_ROOT",
          "PIPX_HOME",
          "PIPX_BIN_DIR",
          "UV_CACHE_DIR",
          "UV_TOOL_DIR",
          "UV_PYTHON_INSTALL_DIR",
          "VIRTUAL_ENV",
          "GOPATH",
          "CARGO_HOME",
          "RUSTUP_HOME",
          "DOTNET_ROOT",
          "DOCKER_HOST",
          "DOCKER_CONTEXT",
          "DOCKER_CONFIG");

  /** The launcher starts this program in a locale of its choice, and says here what was set. */
  private static final String OWN_LOCALE = "MCP_CATALOGUE_LC_ALL";

  private CleanEnvironment() {}

  /** What of these variables may be passed on. */
  static Map<String, String> of(Map<String, String> inherited) {
    Map<String, String> passed = new TreeMap<>();
    for (Map.Entry<String, String> variable : inherited.entrySet()) {
      if (isPassed(variable.getKey().toUpperCase(Locale.ROOT))) {
        passed.put(variable.getKey(), variable.getValue());
      }
    }
    String ownLocale = inherited.getOrDefault(OWN_LOCALE, inherited.getOrDefault("LC_ALL", ""));
    passed.put("LC_ALL", ownLocale);
    passed.remove("LC_ALL", "");
    return passed;
  }

  private static boolean isPassed(String name) {
    return COMMON.contains(name)
        || WINDOWS.contains(name)
        || NETWORK.contains(name)
        || LAUNCHERS.contains(name)
        || name.startsWith("LC_");
  }
}
