package io.mcpcatalogue.classifier.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mcpcatalogue.classifier.policy.PolicyProfile.CategoryRule;
import io.mcpcatalogue.classifier.policy.PolicyProfile.SignalTreatment;
import io.mcpcatalogue.classifier.policy.PolicyProfile.Treatment;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.Action;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Policy.Window;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.Signal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyDeriverTest {
  private static final Treatment ALLOWED = new Treatment(Action.ALLOW, Optional.empty(), "reads");
  private static final Treatment PACED = limited(10, Window.MINUTE);
  private static final Treatment REFUSED =
      new Treatment(Action.DENY, Optional.empty(), "Requires human approval.");
  private static final Treatment POISONED =
      new Treatment(Action.HIDE, Optional.empty(), "poisoned ({signals})");
  private static final Treatment HIDDEN = new Treatment(Action.HIDE, Optional.empty(), "loses");

  private final PolicyDeriver deriver = new PolicyDeriver(profile());

  @Test
  void everyToolGetsTheTreatmentOfItsCategory() {
    Policy policy =
        deriver.derive(
            "docker",
            List.of(
                assessment("list", Category.READ, Severity.LOW),
                assessment("exec", Category.EXECUTE, Severity.CRITICAL),
                assessment("prune", Category.DESTRUCTIVE, Severity.CRITICAL)));

    assertEquals("test", policy.profile());
    assertEquals("docker", policy.server());
    assertEquals(
        List.of(
            new ToolPolicy("list", Action.ALLOW, Optional.empty(), "reads"),
            new ToolPolicy(
                "exec", Action.LIMIT, Optional.of(new Limit(10, Window.MINUTE)), "paced"),
            new ToolPolicy("prune", Action.HIDE, Optional.empty(), "loses")),
        policy.tools());
  }

  @Test
  void theHighestSeverityThatIsReachedDecides() {
    assertEquals(Action.ALLOW, actionFor(Category.READ, Severity.LOW));
    assertEquals(Action.LIMIT, actionFor(Category.READ, Severity.MEDIUM));
    assertEquals(Action.LIMIT, actionFor(Category.READ, Severity.HIGH));
    assertEquals(Action.DENY, actionFor(Category.READ, Severity.CRITICAL));
  }

  @Test
  void aSignalTightensTheTreatmentAndIsNamedInTheReason() {
    ToolPolicy policy =
        deriver.derive(
            assessment(
                "add",
                Category.READ,
                Severity.LOW,
                signal("schema/url", Severity.HIGH),
                signal("text/concealment", Severity.CRITICAL),
                signal("text/over-long", Severity.MEDIUM),
                signal("text/pseudo-tag", Severity.HIGH)));

    assertEquals(
        new ToolPolicy(
            "add", Action.HIDE, Optional.empty(), "poisoned (text/concealment, text/pseudo-tag)"),
        policy);
  }

  @Test
  void aSignalThatIsNotGraveEnoughChangesNothing() {
    Signal mild = signal("text/over-long", Severity.MEDIUM);

    assertEquals(
        Action.ALLOW,
        deriver.derive(assessment("add", Category.READ, Severity.LOW, mild)).action());
  }

  @Test
  void aNameThatIsListedTwiceGetsTheStricterTreatmentInEitherOrder() {
    Assessment mild = assessment("same", Category.READ, Severity.LOW);
    Assessment grave = assessment("same", Category.DESTRUCTIVE, Severity.CRITICAL);
    Assessment other = assessment("other", Category.READ, Severity.LOW);

    for (List<Assessment> tools :
        List.of(List.of(mild, other, grave), List.of(grave, other, mild))) {
      Policy policy = deriver.derive("server", tools);
      assertEquals(
          List.of("same", "other"), policy.tools().stream().map(ToolPolicy::tool).toList());
      assertEquals(Action.HIDE, policy.tools().get(0).action());
    }
  }

  @Test
  void ofTwoLimitsTheOneWithFewerCallsADayIsStricter() {
    ToolPolicy aMinute = tool(limited(1, Window.MINUTE));
    ToolPolicy anHour = tool(limited(30, Window.HOUR));
    ToolPolicy aDay = tool(limited(700, Window.DAY));

    assertEquals(aDay, Strictness.stricter(anHour, aDay));
    assertEquals(anHour, Strictness.stricter(anHour, aMinute));
    assertEquals(tool(REFUSED), Strictness.stricter(tool(REFUSED), anHour));
    assertEquals(tool(HIDDEN), Strictness.stricter(tool(REFUSED), tool(HIDDEN)));
  }

  @Test
  void aProfileThatForgetsACategoryCannotBeMade() {
    Map<Category, CategoryRule> categories = new EnumMap<>(profile().categories());
    categories.remove(Category.FINANCIAL);

    assertThrows(
        IllegalArgumentException.class, () -> new PolicyProfile("test", "", categories, List.of()));
  }

  private Action actionFor(Category category, Severity severity) {
    return deriver.derive(assessment("tool", category, severity)).action();
  }

  private static PolicyProfile profile() {
    Map<Category, CategoryRule> categories = new EnumMap<>(Category.class);
    categories.put(
        Category.READ,
        new CategoryRule(ALLOWED, Map.of(Severity.CRITICAL, REFUSED, Severity.MEDIUM, PACED)));
    categories.put(Category.WRITE, new CategoryRule(PACED, Map.of()));
    categories.put(Category.EXECUTE, new CategoryRule(PACED, Map.of()));
    categories.put(Category.DESTRUCTIVE, new CategoryRule(HIDDEN, Map.of()));
    categories.put(Category.FINANCIAL, new CategoryRule(REFUSED, Map.of()));
    categories.put(Category.UNKNOWN, new CategoryRule(REFUSED, Map.of()));
    return new PolicyProfile(
        "test",
        "",
        categories,
        List.of(new SignalTreatment(List.of("text/*"), Severity.HIGH, POISONED)));
  }

  private static Treatment limited(int max, Window window) {
    return new Treatment(Action.LIMIT, Optional.of(new Limit(max, window)), "paced");
  }

  private static ToolPolicy tool(Treatment treatment) {
    return new ToolPolicy("tool", treatment.action(), treatment.limit(), treatment.reason());
  }

  private static Signal signal(String id, Severity severity) {
    return new Signal(id, "", severity, List.of(new Quote("/name", 0, 1, "a")), List.of());
  }

  private static Assessment assessment(
      String tool, Category category, Severity severity, Signal... signals) {
    return new Assessment(
        tool,
        category,
        severity,
        List.of(),
        0.9,
        "",
        List.of(new Evidence("rule", category, 1, "/name", 0, tool.length(), tool)),
        List.of(signals),
        0,
        0,
        "sha256:rules");
  }
}
