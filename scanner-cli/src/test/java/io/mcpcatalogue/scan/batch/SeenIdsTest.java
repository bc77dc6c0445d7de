package io.mcpcatalogue.scan.batch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeenIdsTest {
  private static final int MANY = 50_000;

  @Test
  void everyIdIsNewOnce() {
    SeenIds seen = new SeenIds();
    for (int i = 0; i < MANY; i++) {
      assertTrue(seen.add("npm:server-" + i));
    }
    for (int i = 0; i < MANY; i++) {
      assertFalse(seen.add("npm:server-" + i));
    }
  }

  @Test
  void whatAnotherOneHasSeenIsNotNew() {
    SeenIds before = new SeenIds();
    for (int i = 0; i < MANY; i++) {
      before.add("npm:server-" + i);
    }
    SeenIds seen = new SeenIds();
    seen.addAll(before);
    assertFalse(seen.add("npm:server-0"));
    assertFalse(seen.add("npm:server-" + (MANY - 1)));
    assertTrue(seen.add("npm:server-" + MANY));
  }
}
