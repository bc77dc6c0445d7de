package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The index that a crawl writes, and beside it the state from which the crawl goes on. Each page is
 * on disk before the state says so; what a kill left behind a page's end is cut off. For one
 * thread.
 */
final class IndexFile {
  private final Path index;
  private final Path state;

  IndexFile(Path index) {
    this.index = index;
    this.state = index.resolveSibling(index.getFileName() + ".state");
  }

  /**
   * How far a crawl got. Immutable.
   *
   * @param source what is crawled
   * @param cursor where to go on, empty at the start
   * @param since only what changed after this is asked for, empty for everything
   * @param startedAt when this crawl began
   * @param complete whether it reached the end
   * @param tag the version of a page, for a conditional request; empty when it has none
   */
  record State(
      String source,
      String cursor,
      String since,
      String startedAt,
      boolean complete,
      String tag,
      long length) {}

  Optional<State> readState() throws IOException {
    if (!Files.exists(state) || !Files.exists(index)) {
      return Optional.empty();
    }
    try {
      JsonObject object =
          JsonReader.withDefaultLimits().parse(Files.readAllBytes(state)).asObject();
      long length =
          object.members().get("length") instanceof JsonNumber number
                  && number.spelling().matches("[0-9]{1,15}")
              ? Long.parseLong(number.spelling())
              : 0;
      if (Files.size(index) < length) {
        // The index was shortened by somebody else: what it lacks must be crawled again.
        return Optional.empty();
      }
      return Optional.of(
          new State(
              object.text("source").orElse(""),
              object.text("cursor").orElse(""),
              object.text("since").orElse(""),
              object.text("startedAt").orElse(""),
              object.isTrue("complete"),
              object.text("tag").orElse(""),
              length));
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  /** Whether something lies at the place of the index that this crawl did not write. */
  boolean belongsToOther(String source) throws IOException {
    boolean empty = !Files.exists(index) || Files.size(index) == 0;
    return !empty && readState().filter(found -> found.source().equals(source)).isEmpty();
  }

  /** Starts anew, keeping nothing. */
  void clear() throws IOException {
    Files.deleteIfExists(state);
    Files.write(index, new byte[0]);
  }

  /** Cuts off what a former run wrote behind its last complete page. */
  void cutTo(long length) throws IOException {
    try (FileChannel channel = FileChannel.open(index, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }

  /** Appends lines, forces them to disk, and returns the new length. */
  long append(List<IndexLine> entries) throws IOException {
    StringBuilder lines = new StringBuilder();
    entries.forEach(entry -> lines.append(entry.toJson()).append('\n'));
    try (FileChannel channel =
        FileChannel.open(index, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
      return channel.size();
    }
  }

  void writeState(State now) throws IOException {
    JsonObject object =
        new JsonObjectBuilder()
            .put("source", now.source())
            .put("cursor", now.cursor())
            .put("since", now.since())
            .put("startedAt", now.startedAt())
            .put("complete", now.complete())
            .put("tag", now.tag())
            .put("length", now.length())
            .build();
    Path next = state.resolveSibling(state.getFileName() + ".new");
    Files.writeString(next, object.toString(), StandardCharsets.UTF_8);
    Files.move(next, state, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Keeps the last line about each server, and none about those that are gone. Returns the new
   * length.
   */
  long compact(Set<String> goneNames) throws IOException {
    Map<String, Integer> last = new HashMap<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(index, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last.put(key(line), number++);
      }
    }
    Path next = index.resolveSibling(index.getFileName() + ".new");
    number = 0;
    try (BufferedReader lines = Files.newBufferedReader(index, StandardCharsets.UTF_8);
        BufferedWriter out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String key = key(line);
        String name = key.substring(key.indexOf('\n') + 1);
        if (last.get(key) == number++ && !goneNames.contains(name)) {
          out.write(line);
          out.write('\n');
        }
      }
    }
    Files.move(next, index, StandardCopyOption.REPLACE_EXISTING);
    return Files.size(index);
  }

  private static String key(String line) {
    try {
      JsonObject object = JsonReader.withDefaultLimits().parse(line).asObject();
      return object.text("id").orElse("") + "\n" + object.text("name").orElse("");
    } catch (MalformedJsonException e) {
      // A line that somebody else put there is kept as it is.
      return line + "\n";
    }
  }
}
