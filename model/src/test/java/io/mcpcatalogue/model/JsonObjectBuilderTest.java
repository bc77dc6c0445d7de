package io.mcpcatalogue.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonObjectBuilderTest {

  /** On both sides of the size from which on members are kept in another way. */
  private static final int[] SIZES = {0, 1, 2, 4, 5, 15, 16, 17, 18, 100};

  @Test
  void membersKeepTheirOrderAndAreFoundByTheirNames() {
    for (int size : SIZES) {
      JsonObject object = withMembers(size).build();

      assertEquals(size, object.members().size());
      List<String> names = new ArrayList<>(object.members().keySet());
      for (int i = 0; i < size; i++) {
        assertEquals("m" + (size - i), names.get(i));
        assertEquals(names.get(i), object.members().name(i));
        assertEquals(JsonValue.of(i), object.members().value(i));
        assertEquals(JsonValue.of(i), object.get("m" + (size - i)).orElseThrow());
      }
      assertTrue(object.get("other").isEmpty());
      assertFalse(object.members().containsKey("other"));
      assertNull(object.members().get(null));
    }
  }

  @Test
  void aNameThatComesAgainKeepsItsPlaceAndGetsTheNewValue() {
    for (int size : SIZES) {
      JsonObject object =
          withMembers(size).put("first", 1).put("second", 2).put("first", "new").build();

      List<String> names = new ArrayList<>(object.members().keySet());
      assertEquals(List.of("first", "second"), names.subList(size, size + 2));
      assertEquals(JsonValue.of("new"), object.members().get("first"));
    }
  }

  @Test
  void membersAreEqualToAnyMapThatSaysTheSame() {
    for (int size : SIZES) {
      JsonObject built = withMembers(size).build();
      Map<String, JsonValue> map = new LinkedHashMap<>();
      built.members().forEach(map::put);

      assertEquals(built, new JsonObject(map));
      assertEquals(built.hashCode(), new JsonObject(map).hashCode());
      assertEquals(map, built.members());
      assertEquals(built.toString(), new JsonObject(map).toString());
    }
  }

  @Test
  void anObjectDoesNotChangeWithTheMapItWasMadeOfNorWithItsBuilder() {
    for (int size : SIZES) {
      JsonObjectBuilder builder = withMembers(size);
      JsonObject built = builder.build();
      Map<String, JsonValue> map = new LinkedHashMap<>(built.members());
      JsonObject made = new JsonObject(map);

      map.put("later", JsonValue.of(true));
      builder.put("later", true).put("m1", "changed");

      assertEquals(size, made.members().size());
      assertEquals(size, built.members().size());
      assertEquals(made, built);
      assertThrows(
          UnsupportedOperationException.class, () -> built.members().put("more", JsonValue.of(1)));
    }
  }

  @Test
  void anObjectWithoutMembersIsTheEmptyOne() {
    assertSame(JsonObject.EMPTY, new JsonObjectBuilder().build());
    assertEquals("{}", JsonObject.EMPTY.toString());
  }

  @Test
  void aMillionMembersTakeNoMoreThanTheirShareOfTime() {
    JsonObject object =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> withMembers(1_000_000).build());

    assertEquals(JsonValue.of(999_999), object.members().get("m1"));
  }

  private static JsonObjectBuilder withMembers(int size) {
    JsonObjectBuilder builder = new JsonObjectBuilder();
    for (int i = 0; i < size; i++) {
      builder.put("m" + (size - i), i);
    }
    return builder;
  }
}
