package io.mcpcatalogue.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the first bytes of a file tell of it, without SQLite being loaded. */
public final class CatalogueHeader {
  /** "mcpc": tells a catalogue from other SQLite files. */
  static final int APPLICATION_ID = 0x6d637063;

  private static final int BYTES = 100;
  private static final int VERSION_AT = 60;
  private static final int APPLICATION_ID_AT = 68;

  private CatalogueHeader() {}

  /** Whether they tell alone that this program can open it; of another file only SQLite knows. */
  public static boolean isKnown(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(BYTES));
      return header.limit() == BYTES
          && header.getInt(APPLICATION_ID_AT) == APPLICATION_ID
          && header.getInt(VERSION_AT) <= Migrations.newest();
    }
  }
}
