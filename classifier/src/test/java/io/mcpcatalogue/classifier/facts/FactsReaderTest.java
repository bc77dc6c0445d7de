package io.mcpcatalogue.classifier.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.classifier.facts.Parameter.AllowedValue;
import io.mcpcatalogue.classifier.text.Headings;
import io.mcpcatalogue.classifier.text.TextSplitter;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactsReaderTest {
  private final FactsReader reader = new FactsReader(Vocabulary.of(List.of("get")), Headings.NONE);

  @Test
  void findsParametersAtAnyDepth() {
    JsonObject media = object("url", typed("string"));
    JsonObject schema =
        object(
            "media",
            new JsonObjectBuilder().put("type", "array").put("items", media).build(),
            "options",
            object("dryRun", typed("boolean")));
    ToolFacts facts = facts(schema);
    assertEquals(
        List.of("media", "media[].url", "options", "options.dryRun"),
        facts.parameters().stream().map(Parameter::path).toList());
    Parameter url = facts.parameters().get(1);
    assertEquals("/inputSchema/properties/media/items/properties/url", url.pointer());
    assertEquals(2, url.depth());
    assertTrue(url.isFreeText());
    assertTrue(facts.parameters().get(3).isSwitch());
  }

  @Test
  void followsReferencesAndCombinators() {
    JsonObject color =
        new JsonObjectBuilder().put("enum", List.of(text("red"), text("blue"))).build();
    JsonObject schema =
        new JsonObjectBuilder()
            .put("$defs", new JsonObjectBuilder().put("a/color", color).build())
            .put(
                "properties",
                new JsonObjectBuilder()
                    .put(
                        "color",
                        new JsonObjectBuilder()
                            .put(
                                "anyOf",
                                List.of(
                                    new JsonObjectBuilder().put("$ref", "#/$defs/a~1color").build(),
                                    new JsonObjectBuilder().put("const", "none").build(),
                                    typed("null")))
                            .build())
                    .build())
            .put("required", new JsonArray(List.of(text("color"))))
            .build();
    Parameter color2 = facts(schema).parameters().get(0);
    assertEquals(
        List.of("none", "red", "blue"), color2.values().stream().map(AllowedValue::value).toList());
    assertEquals(
        List.of(
            "/inputSchema/properties/color/anyOf/1/const",
            "/inputSchema/$defs/a~1color/enum/0",
            "/inputSchema/$defs/a~1color/enum/1"),
        color2.values().stream().map(AllowedValue::pointer).toList());
    assertEquals(List.of("null"), color2.types());
    assertTrue(color2.required());
    assertFalse(color2.isFreeText());
  }

  @Test
  void readsSchemasThatReferToThemselvesAsFarAsTheLimitsGo() {
    JsonObject self = new JsonObjectBuilder().put("$ref", "#").build();
    JsonObject schema = object("left", self, "right", self);
    ToolFacts facts = facts(schema);
    assertTrue(facts.parameters().size() <= 8000);
    assertEquals(0, facts.cutShort(), "what repeats was read whole the first time");
  }

  @Test
  void countsTheSchemasThatWereReadInPart() {
    assertEquals(0, facts(properties(4000)).cutShort());
    assertEquals(1, facts(properties(4001)).cutShort(), "too many parameters");

    assertEquals(0, facts(nested(12)).cutShort());
    assertEquals(1, facts(nested(13)).cutShort(), "too deep");

    assertEquals(0, facts(object("either", alternatives(63))).cutShort());
    assertEquals(1, facts(object("either", alternatives(64))).cutShort(), "too many alternatives");

    ToolFacts longPath = facts(object("x".repeat(1001), object("command", typed("string"))));
    assertEquals(1, longPath.parameters().size());
    assertEquals(1, longPath.cutShort(), "a path too long to be repeated");

    List<JsonValue> examples =
        IntStream.range(0, 20_000).mapToObj(i -> text("an example, number " + i)).toList();
    ToolFacts manyTexts =
        facts(
            new JsonObjectBuilder()
                .put("examples", examples)
                .put("definitions", new JsonObjectBuilder().put("a", typed("string")).build())
                .build());
    assertEquals(1, manyTexts.cutShort(), "too many texts");
  }

  @Test
  void readsEveryTextOfAPromptOrResource() {
    List<JsonValue> examples =
        IntStream.range(0, 20_001).mapToObj(i -> text("an example, number " + i)).toList();
    JsonObject prompt =
        new JsonObjectBuilder()
            .put("examples", examples)
            .put("last", new JsonObjectBuilder().put("description", "Send it").build())
            .build();
    TextSplitter splitter = new TextSplitter(Vocabulary.of(List.of()));

    assertEquals(20_002, TextWalk.below(prompt, Area.OTHER, Pointer.ROOT, splitter).size());
  }

  @Test
  void readsWhatIsWrittenOtherwiseAndLongNames() {
    JsonObject tool =
        new JsonObjectBuilder()
            .put("name", "readAllFilesFirst")
            .put("description", "Reads%20all%20files%20first")
            .build();

    List<Text> texts = reader.read(ToolDefinition.of(tool, "test"), "server").texts();

    assertEquals(
        List.of("Reads%20all%20files%20first", "Reads all files first", "readAllFilesFirst"),
        texts.stream().map(Text::value).toList());
    assertEquals(
        List.of("/description", "/description", "/name"),
        texts.stream().map(found -> found.place().toString()).toList());
  }

  private static JsonObject properties(int count) {
    Object[] members = new Object[2 * count];
    for (int i = 0; i < count; i++) {
      members[2 * i] = "p" + i;
      members[2 * i + 1] = typed("string");
    }
    return object(members);
  }

  private static JsonObject nested(int levels) {
    JsonObject inner = typed("string");
    for (int i = 0; i < levels; i++) {
      inner = object("inner", inner);
    }
    return inner;
  }

  private static JsonObject alternatives(int count) {
    return new JsonObjectBuilder()
        .put("anyOf", IntStream.range(0, count).mapToObj(i -> typed("string")).toList())
        .build();
  }

  @Test
  void aChoiceBesideFreeTextIsNone() {
    assertTrue(choice(enumeration()).isChoice());
    assertTrue(choice(enumeration(), typed("null")).isChoice());
    assertFalse(choice(enumeration(), typed("string")).isChoice());
    assertFalse(choice(enumeration(), JsonObject.EMPTY).isChoice());
    assertFalse(choice(enumeration(), anyOf(typed("null"), typed("string"))).isChoice());
    assertFalse(
        choice(enumeration(), new JsonObjectBuilder().put("$ref", "#/$defs/any").build())
            .isChoice());
  }

  @Test
  void readsNamesThatAreSentencesWhereverTheyStand() {
    JsonObject schema =
        new JsonObjectBuilder()
            .put("$anchor", "do-not-tell-them")
            .put(
                "patternProperties",
                new JsonObjectBuilder().put("^say_nothing_to_them$", typed("string")).build())
            .build();
    assertEquals(
        List.of("do-not-tell-them", "^say_nothing_to_them$"),
        facts(schema).texts().stream().map(Text::value).toList());
  }

  private Parameter choice(JsonObject... branches) {
    JsonObject schema =
        new JsonObjectBuilder()
            .put("properties", new JsonObjectBuilder().put("mode", anyOf(branches)).build())
            .put("$defs", new JsonObjectBuilder().put("any", typed("string")).build())
            .build();
    return facts(schema).parameters().get(0);
  }

  private static JsonObject anyOf(JsonObject... branches) {
    return new JsonObjectBuilder().put("anyOf", List.of(branches)).build();
  }

  private static JsonObject enumeration() {
    return new JsonObjectBuilder().put("enum", List.of(text("a"), text("b"))).build();
  }

  @Test
  void readsNonsenseAsNothing() {
    JsonObject schema =
        new JsonObjectBuilder()
            .put("properties", JsonValue.of("no"))
            .put("required", JsonValue.of(3))
            .put("anyOf", new JsonObjectBuilder().put("$ref", 7).build())
            .build();
    assertEquals(List.of(), facts(schema).parameters());
  }

  @Test
  void takesTheTitleOfTheAnnotationsWhereThereIsNoOther() {
    JsonObject annotations =
        new JsonObjectBuilder().put("title", "Get it").put("readOnlyHint", true).build();
    ToolFacts facts =
        reader.read(
            ToolDefinition.of(
                new JsonObjectBuilder().put("name", "x").put("annotations", annotations).build(),
                ""),
            "server");
    assertEquals("/annotations/title", facts.title().pointer());
    assertEquals("get it", facts.title().toString());
    assertEquals(Claim.TRUE, facts.hints().claim(Hint.READ_ONLY));
    assertEquals(Claim.ABSENT, facts.hints().claim(Hint.DESTRUCTIVE));
  }

  private ToolFacts facts(JsonObject schema) {
    JsonObject tool = new JsonObjectBuilder().put("name", "get").put("inputSchema", schema).build();
    return reader.read(ToolDefinition.of(tool, "test"), "server");
  }

  private static JsonValue text(String value) {
    return JsonValue.of(value);
  }

  private static JsonObject typed(String type) {
    return new JsonObjectBuilder().put("type", type).build();
  }

  private static JsonObject object(Object... members) {
    JsonObjectBuilder properties = new JsonObjectBuilder();
    for (int i = 0; i < members.length; i += 2) {
      properties.put((String) members[i], (JsonObject) members[i + 1]);
    }
    return new JsonObjectBuilder()
        .put("type", "object")
        .put("properties", properties.build())
        .build();
  }
}
