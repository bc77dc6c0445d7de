package io.mcpcatalogue.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.export.policy.Policies;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ScanReport;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableReportTest {
  private final ReportFormat format = new TableReport();

  @Test
  void theGravestToolComesFirstAndEveryToolHasOneLine() {
    assertEquals(
        """
        docker 1.2.0 (npm:docker)
          Grade D, 38 of 100. 2 tools found in source code that was not run. 1 gap: not all of it was
          seen. One tool runs anything.
          CRITICAL EXECUTE     exec 10/minute  Accepts freeform code/query input (command) · Runs arbi…
          LOW      READ        list allow      Lists.
          Not seen:
            src/other.ts:3: DYNAMIC, the name is computed

        1 server, 2 tools: 1 critical, 1 low. 1 gap. No host was contacted.
        """,
        Reports.write(format, Reports.scan(Reports.docker()), new ReportStyle(false, 95)));
  }

  @Test
  void onANarrowTerminalTheReasonStandsBelowItsTool() {
    String report =
        Reports.write(format, Reports.scan(Reports.docker()), new ReportStyle(false, 70));

    assertTrue(
        report.contains(
            """
              CRITICAL EXECUTE     exec 10/minute
                       Accepts freeform code/query input (command) · Runs
            """),
        report);
  }

  @Test
  void onAVeryNarrowTerminalTheNameStandsBelowItsVerdict() {
    String report =
        Reports.write(format, Reports.scan(Reports.docker()), new ReportStyle(false, 30));

    assertTrue(report.contains("  CRITICAL EXECUTE\n    exec  10/minute\n    Accepts"), report);
  }

  @Test
  void whatGoesToNoTerminalLosesNoWord() {
    String name = "a_tool_with_a_name_that_is_longer_than_any_column_for_names";
    String why = "It says a lot. ".repeat(40).strip();
    String report =
        Reports.write(
            format,
            Reports.scan(
                Reports.server(
                    "long",
                    List.of(Reports.tool(name, "", "tools/list")),
                    List.of(Reports.assessment(name, Category.READ, Severity.LOW, why)),
                    List.of(Policies.allowed(name)),
                    List.of())));

    assertTrue(report.contains(name + " allow      " + why + "\n"), report);
  }

  @Test
  void whatRaisedASeverityAndASignalThatIsGraverAreSaid() {
    Signal signal =
        new Signal(
            "text/x", "Odd text", Severity.HIGH, List.of(new Quote("/name", 0, 1, "a")), List.of());
    Assessment plain = Reports.assessment("a", Category.READ, Severity.MEDIUM, "Reads.", signal);
    Assessment raised =
        new Assessment(
            plain.tool(),
            plain.category(),
            plain.severity(),
            List.of(
                new SeverityMove(
                    "severity/x", Severity.LOW, Severity.MEDIUM, "It reads anything.")),
            plain.confidence(),
            plain.rationale(),
            plain.evidence(),
            plain.signals(),
            0,
            0,
            plain.rulesDigest());
    String report =
        Reports.write(
            format,
            Reports.scan(
                Reports.server(
                    "odd",
                    List.of(Reports.tool("a", "", "tools/list")),
                    List.of(raised),
                    List.of(Policies.allowed("a")),
                    List.of())));

    assertTrue(report.contains("HIGH: Odd text · It reads anything. · Reads.\n"), report);
  }

  @Test
  void whatWasNotScannedIsSaidClearly() {
    ScanReport report =
        new ScanReport(
            Reports.RULES,
            List.of(
                Reports.server(
                    "locked",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new Gap("start", Gap.Kind.CREDENTIALS, "needs FOO_API_KEY")))),
            List.of(new Gap("npm:gone", Gap.Kind.NOT_FOUND, "no such package")),
            List.of("registry.example"));

    assertEquals(
        """
        locked 1.2.0 (npm:locked)
          NOT SCANNED: no tool could be seen, which says nothing about its risk.
          Not seen:
            start: CREDENTIALS, needs FOO_API_KEY

        Not scanned
            npm:gone: NOT_FOUND, no such package

        1 server, 0 tools. 2 gaps. Contacted: registry.example.
        """,
        Reports.write(format, report));
  }

  @Test
  void colourIsUsedOnlyWhenAskedFor() {
    ScanReport report = Reports.scan(Reports.docker());
    assertFalse(Reports.write(format, report).contains("\u001b"));
    assertTrue(
        Reports.write(format, report, new ReportStyle(true, 100))
            .contains("\u001b[1;31mCRITICAL\u001b[0m"));
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    for (String text : Policies.HOSTILE_NAMES) {
      for (int columns : List.of(1, 40, 60, 80, 200)) {
        ReportStyle style = new ReportStyle(false, columns);
        String written = Reports.write(format, Reports.scan(Reports.hostile(text)), style);
        for (String line : written.split("\n", -1)) {
          assertTrue(SafeText.width(line) <= style.columns(), line);
        }
      }
    }
  }

  @Test
  void nothingInvisibleIsPassedOn() {
    for (String text : Policies.HOSTILE_NAMES) {
      Reports.write(format, Reports.scan(Reports.hostile(text)))
          .codePoints()
          .filter(c -> c != '\n')
          .forEach(c -> assertFalse(SafeText.isInvisible(c), text));
    }
  }
}
