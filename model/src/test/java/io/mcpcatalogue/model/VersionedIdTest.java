package io.mcpcatalogue.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionedIdTest {
  @Test
  void whatWasPrintedIsReadBack() {
    VersionedId id = new VersionedId("npm:@scope/notes", "1.2.0");

    assertEquals("npm:@scope/notes@1.2.0", id.toString());
    assertEquals(Optional.of(id), VersionedId.parse(id.toString()));
    assertEquals(id, VersionedId.printed(id.toString(), "1.2.0"));
  }

  @Test
  void onlyWhatCanBeAskedForByVersionIsPrintedWithOne() {
    assertEquals("file:notes", new VersionedId("file:notes", "1").toString());
    assertEquals("npm:notes", new VersionedId("npm:notes", "").toString());
    assertEquals("file:a@1", VersionedId.printed("file:a@1", "1").id());
    assertEquals("npm:a", VersionedId.printed("npm:a", "").id());
  }

  @Test
  void theScopeOfAPackageIsNoVersion() {
    assertEquals(Optional.empty(), VersionedId.parse("npm:@scope/notes"));
    assertEquals(Optional.empty(), VersionedId.parse("notes@"));
    assertEquals(Optional.empty(), VersionedId.parse("file:notes@1"));
  }
}
