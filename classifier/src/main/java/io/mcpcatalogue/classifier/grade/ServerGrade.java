package io.mcpcatalogue.classifier.grade;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The score of a server: 100 less a penalty for every level of severity and one for every kind of
 * finding about the server. Each level counts the tools at that level <em>or above</em>, and each
 * penalty only grows with its count; so no added tool, and no tool that becomes riskier, can ever
 * improve a score. Immutable. The formula is explained in {@code docs/grades.md}.
 *
 * @param letter A to F; empty when there was nothing to judge
 * @param score 0 (worst) to 100
 */
public record ServerGrade(String letter, int score, String explanation) {
  private static final String POISONING = "text/";
  private static final Level[] LEVELS = Level.values();

  /** For each level: the most it can take away, and the count at which half of that is reached. */
  private enum Level {
    MEDIUM(Severity.MEDIUM, " medium or above", 15, 6),
    HIGH(Severity.HIGH, " high or above", 20, 2),
    CRITICAL(Severity.CRITICAL, " critical", 30, 1);

    private final Severity severity;
    private final String label;
    private final double most;
    private final double half;

    Level(Severity severity, String label, double most, double half) {
      this.severity = severity;
      this.label = label;
      this.most = most;
      this.half = half;
    }

    double penalty(int count) {
      return most * count / (count + half);
    }
  }

  /** The grade of a server with these verdicts on its tools and findings about itself. */
  public static ServerGrade of(List<Assessment> tools, List<Signal> server) {
    if (tools.isEmpty()) {
      return new ServerGrade("", 0, "No tool was seen, so there is nothing to grade.");
    }
    Penalties penalties = new Penalties();
    for (Level level : LEVELS) {
      int count = atLeast(tools, level.severity);
      if (count > 0) {
        penalties.add(level.penalty(count), counted(count) + level.label);
      }
    }
    int poisoned = poisoned(tools);
    if (poisoned > 0) {
      penalties.add(
          50.0 + 20.0 * (poisoned - 1) / poisoned,
          counted(poisoned) + " with text aimed at the model");
    }
    for (Signal signal : server) {
      if (penalty(signal) > 0) {
        penalties.add(penalty(signal), signal.id());
      }
    }
    return penalties.grade();
  }

  /** What is taken away, and why. For one thread. */
  private static final class Penalties {
    private final List<String> reasons = new ArrayList<>();
    private double sum;

    void add(double taken, String why) {
      sum += taken;
      reasons.add(
          "- " + BigDecimal.valueOf(taken).setScale(1, RoundingMode.HALF_UP) + " (" + why + ")");
    }

    ServerGrade grade() {
      int score = (int) Math.max(0, Math.round(100 - sum));
      String why = reasons.isEmpty() ? "with nothing to take away" : String.join(", ", reasons);
      return new ServerGrade(letter(score), score, "100 " + why + " = " + score);
    }
  }

  private static int atLeast(List<Assessment> tools, Severity severity) {
    int count = 0;
    for (Assessment tool : tools) {
      count += tool.severity().isAtLeast(severity) ? 1 : 0;
    }
    return count;
  }

  private static int poisoned(List<Assessment> tools) {
    int count = 0;
    for (Assessment tool : tools) {
      count += isPoisoned(tool) ? 1 : 0;
    }
    return count;
  }

  private static boolean isPoisoned(Assessment tool) {
    for (Signal signal : tool.signals()) {
      if (isPoison(signal)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPoison(Signal signal) {
    return signal.id().startsWith(POISONING) && signal.severity().isAtLeast(Severity.HIGH);
  }

  private static double penalty(Signal signal) {
    if (isPoison(signal)) {
      return 50;
    }
    return switch (signal.severity()) {
      case LOW -> 0;
      case MEDIUM -> 3;
      case HIGH -> 10;
      case CRITICAL -> 25;
    };
  }

  private static String letter(int score) {
    if (score >= 90) {
      return "A";
    }
    if (score >= 75) {
      return "B";
    }
    if (score >= 60) {
      return "C";
    }
    return score >= 40 ? "D" : "F";
  }

  private static String counted(int tools) {
    return tools + (tools == 1 ? " tool" : " tools");
  }
}
