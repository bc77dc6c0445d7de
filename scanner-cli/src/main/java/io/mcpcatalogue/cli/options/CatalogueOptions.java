package io.mcpcatalogue.cli.options;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.CatalogueHeader;
import io.mcpcatalogue.catalogue.CatalogueReader;
import io.mcpcatalogue.catalogue.StoredScan;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.AtomicFile;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.VersionedId;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The option that names the catalogue. */
public final class CatalogueOptions implements Syntax.Part {
  private static final String DEFAULT_FILE = "mcp-catalogue.db";
  private final Option<Path> file =
      Option.path(
          "--db", "FILE", "The catalogue; default $MCP_CATALOGUE_DB, else mcp-catalogue.db.");

  /** For a command that does little else than read the catalogue: it is waited for the less. */
  public static CatalogueOptions ofReader() {
    Catalogue.prepare();
    return new CatalogueOptions();
  }

  @Override
  public void addTo(Syntax syntax) {
    syntax.with(file);
  }

  public Path file(Console console) {
    String fromEnvironment = console.environment().getOrDefault("MCP_CATALOGUE_DB", "");
    return file.value(Path.of(fromEnvironment.isEmpty() ? DEFAULT_FILE : fromEnvironment));
  }

  /**
   * Tells at once when the catalogue cannot be written, or is none, before work is done that it
   * should keep. A folder for it is made.
   */
  public void expectWritable(Console console) {
    Path wanted = file(console);
    try {
      AtomicFile.makeFolderOf(wanted);
      if (Files.isDirectory(wanted)) {
        throw new FileSystemException(wanted.toString(), null, "it is a folder");
      }
      Path touched = Files.exists(wanted) ? wanted : wanted.toAbsolutePath().getParent();
      if (!Files.isWritable(touched)) {
        boolean readOnly = Files.getFileStore(touched).isReadOnly();
        throw new FileSystemException(
            wanted.toString(), null, readOnly ? "Read-only file system" : "permission denied");
      }
      boolean mayBeNone = Files.exists(wanted) && Files.size(wanted) > 0;
      if (mayBeNone && !CatalogueHeader.isKnown(wanted)) {
        Catalogue.open(wanted, parser()).close();
      }
    } catch (CatalogueException e) {
      throw new UsageException(e.getMessage());
    } catch (IOException e) {
      throw new UsageException(
          AtomicFile.describe(wanted, e)
              + "; --db FILE names another place for the catalogue, and 'scan --no-db' keeps none");
    }
  }

  /** Opens the catalogue to write; it is made when there is none, and so is its folder. */
  public Catalogue open(Console console) {
    expectWritable(console);
    try {
      return Catalogue.open(file(console), parser());
    } catch (CatalogueException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Opens a catalogue that must be there, to write. */
  public Catalogue openExisting(Console console) {
    if (!Files.isRegularFile(file(console))) {
      throw new UsageException("there is no catalogue " + file(console));
    }
    return open(console);
  }

  /** Opens a catalogue that must be there, to read. */
  public Catalogue openToRead(Console console) {
    try {
      return Catalogue.openToRead(file(console), parser());
    } catch (CatalogueException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** The scan that holds for the one server that has this id or name. */
  public StoredScan latest(String server, Console console) throws CatalogueException {
    try (Catalogue opened = openToRead(console)) {
      CatalogueReader reader = opened.reader();
      return reader.latest(idOf(server, reader, console)).orElseThrow();
    }
  }

  /** The id of the one server that has this id, with its version or without, or this name. */
  public String idOf(String server, CatalogueReader reader, Console console)
      throws CatalogueException {
    List<String> found = idsOf(server, reader, console);
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new UsageException(
        "'" + server + "' is the name of several servers; say which: " + String.join(", ", found));
  }

  /**
   * The ids of the servers, one at least, that have this id, with its version or without, or name.
   */
  public List<String> idsOf(String server, CatalogueReader reader, Console console)
      throws CatalogueException {
    List<String> found = reader.find(server);
    Optional<VersionedId> versioned = VersionedId.parse(server);
    String otherwise = "";
    if (found.isEmpty() && versioned.isPresent()) {
      found = reader.find(versioned.get().id());
      for (String id : found) {
        String kept = reader.latest(id).orElseThrow().report().manifest().version();
        if (!kept.equals(versioned.get().version())) {
          otherwise = "; it holds " + new VersionedId(id, kept);
        }
      }
    }
    if (found.isEmpty() || !otherwise.isEmpty()) {
      throw new UsageException("'" + server + "' is not in " + file(console) + otherwise);
    }
    return found;
  }

  static Function<String, JsonValue> parser() {
    return text -> {
      try {
        return StoredJson.READER.parse(text);
      } catch (MalformedJsonException e) {
        throw new IllegalStateException("the catalogue holds broken JSON: " + e.getMessage(), e);
      }
    };
  }

  /** Made when the first text is parsed: many questions are answered without one. */
  private static final class StoredJson {
    static final JsonReader READER = JsonReader.withDefaultLimits();
  }
}
