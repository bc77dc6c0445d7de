package io.mcpcatalogue.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schemas, for checking real output against them. */
public final class OutputSchema {
  private static final Path FOLDER = Path.of("../docs/schema");

  private final Schema schema;

  private OutputSchema(String name) {
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(name), InputFormat.JSON);
  }

  public static OutputSchema classify() {
    return new OutputSchema("classify");
  }

  public static OutputSchema scan() {
    return new OutputSchema("scan");
  }

  static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name + ".schema.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void accepts(String json) {
    assertEquals(List.of(), schema.validate(json, InputFormat.JSON), json);
  }

  boolean refuses(String json) {
    return !schema.validate(json, InputFormat.JSON).isEmpty();
  }
}
