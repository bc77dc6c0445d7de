package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page of a registry's list, in any form that the API has had: cursors in {@code
 * metadata.nextCursor} or {@code metadata.next_cursor}, or a count and offsets. Immutable.
 *
 * @param items as many as the page listed, records or not
 * @param nextCursor where to go on, if there is more
 * @param total the number of all servers, where offsets are used, else -1
 */
record RegistryPage(
    int items, List<ServerRecord> records, Optional<String> nextCursor, long total) {

  /** Reads a page; empty when the object is none. */
  static Optional<RegistryPage> of(JsonObject answer) {
    if (!(answer.members().get("servers") instanceof JsonArray servers)) {
      return Optional.empty();
    }
    List<ServerRecord> records = new ArrayList<>();
    for (JsonValue item : servers.values()) {
      ServerRecord.of(item.asObject()).ifPresent(records::add);
    }
    JsonObject metadata = answer.object("metadata");
    Optional<String> cursor =
        metadata
            .text("nextCursor")
            .or(() -> metadata.text("next_cursor"))
            .filter(text -> !text.isEmpty());
    long total =
        answer.members().get("total_count") instanceof JsonNumber number
                && number.spelling().matches("[0-9]{1,9}")
            ? Long.parseLong(number.spelling())
            : -1;
    return Optional.of(new RegistryPage(servers.values().size(), records, cursor, total));
  }
}
