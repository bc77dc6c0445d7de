package io.mcpcatalogue.classifier.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ServerGradeTest {

  @Test
  void aServerOfWhichNothingWasSeenHasNoGrade() {
    assertEquals("", ServerGrade.of(List.of(), List.of()).letter());
  }

  @Test
  void whatOnlyReadsIsGradedA() {
    ServerGrade grade = ServerGrade.of(List.of(tool(Severity.LOW), tool(Severity.LOW)), List.of());
    assertEquals(new ServerGrade("A", 100, "100 with nothing to take away = 100"), grade);
  }

  @Test
  void oneToolThatWorksOnTheModelIsEnoughForTheWorst() {
    Assessment poisoned = tool(Severity.CRITICAL, signal("text/concealment", Severity.CRITICAL));
    ServerGrade grade = ServerGrade.of(List.of(poisoned), List.of());
    assertEquals("F", grade.letter(), grade.explanation());
  }

  @Property
  void addingAToolNeverImprovesAScore(
      @ForAll @Size(min = 1, max = 30) List<Severity> tools, @ForAll Severity added) {
    List<Assessment> before = tools.stream().map(ServerGradeTest::tool).toList();
    List<Assessment> after = new ArrayList<>(before);
    after.add(tool(added));
    assertTrue(
        ServerGrade.of(after, List.of()).score() <= ServerGrade.of(before, List.of()).score());
  }

  @Property
  void aToolThatBecomesRiskierNeverImprovesAScore(
      @ForAll @Size(min = 1, max = 30) List<Severity> tools, @ForAll Severity now) {
    List<Assessment> before = tools.stream().map(ServerGradeTest::tool).toList();
    List<Assessment> after = new ArrayList<>(before);
    after.set(0, tool(Severity.worst(tools.get(0), now)));
    assertTrue(
        ServerGrade.of(after, List.of()).score() <= ServerGrade.of(before, List.of()).score());
  }

  @Property
  void aFindingAboutTheServerNeverImprovesAScore(
      @ForAll @Size(min = 1, max = 10) List<Severity> tools, @ForAll Severity finding) {
    List<Assessment> assessments = tools.stream().map(ServerGradeTest::tool).toList();
    assertTrue(
        ServerGrade.of(assessments, List.of(signal("server/x", finding))).score()
            <= ServerGrade.of(assessments, List.of()).score());
  }

  private static Assessment tool(Severity severity, Signal... signals) {
    return new Assessment(
        "tool",
        Category.READ,
        severity,
        List.of(),
        1,
        "because",
        List.of(new Evidence("rule", Category.READ, 1, "/name", 0, 4, "tool")),
        List.of(signals),
        0,
        0,
        "",
        "");
  }

  private static Assessment tool(Severity severity) {
    return tool(severity, new Signal[0]);
  }

  private static Signal signal(String id, Severity severity) {
    return new Signal(id, "message", severity, List.of(new Quote("", 0, 0, "x")), List.of());
  }
}
