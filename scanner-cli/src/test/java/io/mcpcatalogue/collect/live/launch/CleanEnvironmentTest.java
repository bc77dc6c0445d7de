package io.mcpcatalogue.collect.live.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CleanEnvironmentTest {

  @Test
  void onlyWhatProgramsNeedIsPassedOn() {
    Map<String, String> inherited =
        Map.of(
            "PATH", "/bin",
            "HOME", "/home/me",
            "LC_ALL", "C",
            "https_proxy", "http://proxy",
            "npm_config_cache", "/cache",
            "AWS_SECRET_ACCESS_KEY", "x",
            "GITHUB_TOKEN", "x",
            "NPM_TOKEN", "x",
            "LD_PRELOAD", "/x.so",
            "NODE_OPTIONS", "--require x");

    assertEquals(
        Set.of("PATH", "HOME", "LC_ALL", "https_proxy", "npm_config_cache"),
        CleanEnvironment.of(inherited).keySet());
  }

  @Test
  void theLocaleIsTheUsersAndNotThatOfTheLauncher() {
    assertEquals(
        Map.of("LC_ALL", "de_DE.UTF-8", "LANG", "C"),
        CleanEnvironment.of(
            Map.of("LC_ALL", "C.UTF-8", "MCP_CATALOGUE_LC_ALL", "de_DE.UTF-8", "LANG", "C")));
    assertEquals(
        Map.of("LANG", "C"),
        CleanEnvironment.of(Map.of("LC_ALL", "C.UTF-8", "MCP_CATALOGUE_LC_ALL", "", "LANG", "C")));
  }
}
