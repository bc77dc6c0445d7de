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
import java.util.Random;
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

  @Test
  void nothingThatGetsWorseImprovesAScore() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      List<Assessment> tools = new ArrayList<>();
      for (int i = 1 + random.nextInt(30); i > 0; i--) {
        tools.add(tool(any(random)));
      }
      int score = ServerGrade.of(tools, List.of()).score();

      List<Assessment> more = new ArrayList<>(tools);
      more.add(tool(any(random)));
      assertTrue(ServerGrade.of(more, List.of()).score() <= score, "added, seed " + seed);

      List<Assessment> riskier = new ArrayList<>(tools);
      riskier.set(0, tool(Severity.worst(tools.get(0).severity(), any(random))));
      assertTrue(ServerGrade.of(riskier, List.of()).score() <= score, "riskier, seed " + seed);

      List<Signal> finding = List.of(signal("server/x", any(random)));
      assertTrue(ServerGrade.of(tools, finding).score() <= score, "finding, seed " + seed);
    }
  }

  private static Severity any(Random random) {
    return Severity.values()[random.nextInt(Severity.values().length)];
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
        "");
  }

  private static Assessment tool(Severity severity) {
    return tool(severity, new Signal[0]);
  }

  private static Signal signal(String id, Severity severity) {
    return new Signal(id, "message", severity, List.of(new Quote("", 0, 0, "x")), List.of());
  }
}
