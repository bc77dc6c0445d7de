package io.mcpcatalogue.collect.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "^1.2.3 ; 1.9.9 ; true",
        "^1.2.3 ; 2.0.0 ; false",
        "^1.2.3 ; 1.2.2 ; false",
        "^0.2.3 ; 0.2.9 ; true",
        "^0.2.3 ; 0.3.0 ; false",
        "^0.0.3 ; 0.0.3 ; true",
        "^0.0.3 ; 0.0.4 ; false",
        "^0.0 ; 0.0.9 ; true",
        "^1 ; 1.5.0 ; true",
        "~1.2.3 ; 1.2.9 ; true",
        "~1.2.3 ; 1.3.0 ; false",
        "~1 ; 1.9.0 ; true",
        "1.x ; 1.4.0 ; true",
        "1.x ; 2.0.0 ; false",
        "1.2 ; 1.2.7 ; true",
        "* ; 3.0.0 ; true",
        ">=1.0.0 <2 ; 1.9.0 ; true",
        ">=1.0.0 <2 ; 2.0.0 ; false",
        "> 1.2 ; 1.2.9 ; false",
        "> 1.2 ; 1.3.0 ; true",
        "<=1.2 ; 1.2.9 ; true",
        "<=1.2 ; 1.3.0 ; false",
        "1.0.0 - 2.0.0 ; 2.0.0 ; true",
        "1.0.0 - 2 ; 2.9.9 ; true",
        "1.0.0 - 2 ; 3.0.0 ; false",
        "^1.0.0 || ^3.0.0 ; 3.1.0 ; true",
        "^1.0.0 || ^3.0.0 ; 2.1.0 ; false",
        "^1.0.0 ; 1.1.0-beta.1 ; false",
        "^1.1.0-beta.0 ; 1.1.0-beta.1 ; true",
        "=1.2.3 ; 1.2.3 ; true",
        "1.2.3 ; 1.2.3 ; true",
      })
  void holdsWhatNpmHolds(String range, String version, boolean holds) {
    assertEquals(
        holds, VersionRange.parse(range).orElseThrow().holds(Version.parse(version).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "^", "1.2.3.4", ">=x.y", "a - b", "^1 || next"})
  void isNoRange(String text) {
    assertTrue(VersionRange.parse(text).isEmpty());
  }

  @Test
  void ordersVersionsAsNpmDoes() {
    List<String> sorted =
        List.of(
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.10",
            "1.2.0",
            "2.0.0");
    List<Version> versions =
        sorted.stream().map(text -> Version.parse(text).orElseThrow()).toList();
    assertEquals(
        versions, versions.stream().sorted(java.util.Comparator.reverseOrder()).sorted().toList());
  }
}
