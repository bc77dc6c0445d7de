package io.mcpcatalogue.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;

/** Schemas of objects, property by property. */
class ObjectSchemaTest {
  private static final JsonObject TEXT = new JsonObjectBuilder().put("type", "string").build();
  private static final JsonObject NUMBER = new JsonObjectBuilder().put("type", "number").build();

  @Test
  void aPropertyThatIsDescribedAgainIsRequiredOnce() {
    ObjectSchema schema = new ObjectSchema();
    schema.put("text", TEXT, true);
    schema.put("size", TEXT, false);
    schema.put("text", NUMBER, true);
    assertEquals(
        "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"number\"},"
            + "\"size\":{\"type\":\"string\"}},\"required\":[\"text\"]}",
        schema.build().toString());
  }

  @Test
  void whatIsThereStaysWhereItIsOnlyAddedIfAbsent() {
    ObjectSchema schema = new ObjectSchema();
    schema.put("text", TEXT, false);
    schema.putIfAbsent("text", NUMBER, true);
    assertEquals(
        "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}},"
            + "\"required\":[\"text\"]}",
        schema.build().toString());
  }

  @Test
  void theSchemaOfAnotherObjectAddsItsProperties() {
    ObjectSchema inner = new ObjectSchema();
    inner.put("text", TEXT, true);
    ObjectSchema outer = new ObjectSchema();
    outer.putAll(inner.build());
    assertEquals(inner.build(), outer.build());
    assertEquals("{\"type\":\"object\",\"properties\":{}}", ObjectSchema.EMPTY.toString());
  }
}
