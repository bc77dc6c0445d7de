package io.mcpcatalogue.export.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.Implementations;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Policy.Window;
import io.mcpcatalogue.model.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every policy format must do, whatever it writes. */
class PolicyFormatsTest {

  static Stream<PolicyFormat> formats() {
    return PolicyFormats.all().stream();
  }

  @Test
  void theListHoldsEveryFormatOnceSortedById() {
    Set<String> implementations =
        Implementations.of(PolicyFormat.class, "io.mcpcatalogue.export.policy");

    assertEquals(
        implementations,
        formats().map(format -> format.getClass().getName()).collect(Collectors.toSet()));
    assertEquals(
        formats().map(PolicyFormat::id).sorted().distinct().toList(),
        formats().map(PolicyFormat::id).toList());
    formats().forEach(format -> assertEquals(format, PolicyFormats.byId(format.id()).get()));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void itsOwnValidatorAcceptsEveryActionForEveryHostileName(PolicyFormat format) {
    for (String name : Policies.HOSTILE_NAMES) {
      for (ToolPolicy tool : everyActionFor(name)) {
        PolicyText written =
            format.write(
                Policies.policy(Policies.allowed("before"), tool, Policies.hidden("after")));

        assertEquals(
            List.of(),
            format.faultsIn(Policies.parse(format, written.text())),
            () -> tool + " as\n" + written.text());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aHostileNameIsWrittenExactlyOrLeftOutWithALoss(PolicyFormat format) {
    for (String name : Policies.HOSTILE_NAMES) {
      PolicyText written =
          format.write(Policies.policy(Policies.allowed("before"), Policies.allowed(name)));
      Set<String> names = toolsIn(Policies.parse(format, written.text()));

      if (written.losses().isEmpty()) {
        assertEquals(new LinkedHashSet<>(List.of("before", name)), names);
      } else {
        assertEquals(Set.of("before"), names);
        assertEquals(name, written.losses().get(0).tool());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aToolThatIsNamedLikeTheWildcardNeverBecomesIt(PolicyFormat format) {
    for (ToolPolicy tool : everyActionFor("*")) {
      PolicyText written = format.write(Policies.policy(Policies.allowed("list"), tool));

      assertFalse(written.text().contains("*"), written.text());
      assertEquals(List.of("*"), written.losses().stream().map(PolicyText.Loss::tool).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void nothingThatAServerChoseReachesTheFileUnseen(PolicyFormat format) {
    for (String name : Policies.HOSTILE_NAMES) {
      Policy policy = new Policy("recommended", name, everyActionFor(name));
      format
          .write(policy)
          .text()
          .codePoints()
          .forEach(c -> assertFalse(c != '\n' && SafeText.isInvisible(c) && c < 0xa0, name));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void tenThousandToolsAreWrittenInOneGo(PolicyFormat format) {
    List<ToolPolicy> tools = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      tools.add(Policies.limited("tool_" + i, 30, Window.MINUTE));
    }

    PolicyText written = format.write(new Policy("recommended", "big", tools));

    assertEquals(10_000, toolsIn(Policies.parse(format, written.text())).size());
    assertEquals(List.of(), written.losses());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aDocumentOfTheWrongShapeIsAFaultAndNoCrash(PolicyFormat format) {
    List<JsonValue> shapes =
        List.of(
            JsonValue.of("text"),
            JsonValue.of(1),
            JsonValue.JsonNull.NULL,
            JsonValue.JsonArray.EMPTY,
            JsonObject.EMPTY,
            nested("hide", JsonValue.of("x")),
            nested("tools", JsonValue.of("x")),
            nested("tools", nested("a", JsonValue.of(1))),
            nested("tools", nested("a", nested("rules", JsonValue.of(1)))),
            nested("tools", nested("a", nested("limits", JsonValue.of(1)))));
    for (JsonValue shape : shapes) {
      assertTrue(
          format.faultsIn(shape).stream().anyMatch(fault -> fault.kind() == PolicyFault.Kind.ERROR),
          shape::toString);
    }
  }

  private static JsonValue nested(String name, JsonValue value) {
    return new io.mcpcatalogue.model.JsonObjectBuilder().put(name, value).build();
  }

  private static List<ToolPolicy> everyActionFor(String name) {
    return List.of(
        Policies.allowed(name),
        Policies.limited(name, 10, Window.MINUTE),
        Policies.limited(name, 10, Window.DAY),
        Policies.hidden(name),
        Policies.denied(name));
  }

  private static Set<String> toolsIn(JsonValue document) {
    return document.asObject().get("tools").orElseThrow().asObject().members().keySet();
  }
}
