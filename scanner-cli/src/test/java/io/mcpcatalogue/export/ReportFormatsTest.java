package io.mcpcatalogue.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.mcpcatalogue.Implementations;
import io.mcpcatalogue.export.policy.Policies;
import io.mcpcatalogue.model.ScanReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every report format must do, whatever it shows. */
class ReportFormatsTest {

  static Stream<ReportFormat> formats() {
    return ReportFormats.all().stream();
  }

  @Test
  void theListHoldsEveryFormatOnceSortedById() {
    Set<String> implementations = Implementations.of(ReportFormat.class, "io.mcpcatalogue.export");

    assertEquals(
        implementations,
        formats().map(format -> format.getClass().getName()).collect(Collectors.toSet()));
    assertEquals(
        formats().map(ReportFormat::id).sorted().distinct().toList(),
        formats().map(ReportFormat::id).toList());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void noTextOfAServerSteersATerminal(ReportFormat format) {
    for (String text : Policies.HOSTILE_NAMES) {
      String written = Reports.write(format, Reports.scan(Reports.hostile(text)));
      written
          .codePoints()
          .forEach(
              c ->
                  assertFalse(
                      (c < 0x20 && c != '\n')
                          || (c >= 0x7f && c <= 0x9f)
                          || c == 0x2028
                          || c == 0x2029,
                      format.id() + ": " + Integer.toHexString(c)));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theSameReportGivesTheSameBytesInAnyLocale(ReportFormat format) {
    ScanReport report = Reports.scan(Reports.docker(), Reports.hostile("Iiİı"));
    String written = Reports.write(format, report);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      assertEquals(written, Reports.write(format, report));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aServerThatWasNotScannedIsNeverShownAsClean(ReportFormat format) {
    ScanReport report =
        Reports.scan(
            Reports.server(
                "silent",
                List.of(),
                List.of(),
                List.of(),
                List.of(
                    new io.mcpcatalogue.model.Gap(
                        "npm:silent",
                        io.mcpcatalogue.model.Gap.Kind.CREDENTIALS,
                        "needs FOO_API_KEY"))));
    String written = Reports.write(format, report);

    assertEquals(true, written.contains("FOO"), written);
    assertFalse(written.contains("Grade"), written);
    assertFalse(written.contains("\"score\":0"), written);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void tenThousandToolsAreWrittenInLinearTime(ReportFormat format) {
    ScanReport report = Reports.scan(Reports.big(10_000));
    assertTimeout(Duration.ofSeconds(30), () -> Reports.write(format, report));
  }
}
