package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One page of a directory of servers that answers in JSON of its own: a list of objects, of which
 * those count that link to code. Immutable.
 *
 * @param unlinked how many objects link to no code
 * @param next what the address of the next page has in its query, as {@code name=value}
 */
record JsonListing(List<IndexLine> entries, int unlinked, Optional<String> next) {
  private static final List<String> LISTS = List.of("servers", "items", "data", "results");
  private static final List<String> NAMES =
      List.of("displayName", "display_name", "title", "name", "qualifiedName", "slug");
  private static final List<String> LINKS =
      List.of(
          "repository",
          "repositoryUrl",
          "repository_url",
          "github",
          "githubUrl",
          "github_url",
          "sourceUrl",
          "source_url",
          "source_code_url",
          "homepage",
          "url");

  JsonListing {
    entries = List.copyOf(entries);
  }

  /** Reads a page; empty when the document holds no list of objects. */
  static Optional<JsonListing> of(JsonValue document, URI page) {
    Optional<JsonArray> list = list(document);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    List<IndexLine> entries = new ArrayList<>();
    int unlinked = 0;
    for (JsonValue item : list.get().values()) {
      Optional<IndexLine> entry = entry(item.asObject(), page);
      entry.ifPresent(entries::add);
      unlinked += entry.isEmpty() ? 1 : 0;
    }
    return Optional.of(new JsonListing(entries, unlinked, next(document.asObject())));
  }

  private static Optional<JsonArray> list(JsonValue document) {
    if (document instanceof JsonArray array) {
      return Optional.of(array);
    }
    return LISTS.stream()
        .map(name -> document.asObject().members().get(name))
        .filter(JsonArray.class::isInstance)
        .map(JsonArray.class::cast)
        .findFirst();
  }

  private static Optional<IndexLine> entry(JsonObject item, URI page) {
    String name =
        NAMES.stream().flatMap(member -> item.text(member).stream()).findFirst().orElse("");
    String description = item.text("description").orElse("");
    return LINKS.stream()
        .flatMap(member -> link(item, member).stream())
        .flatMap(link -> Links.entry(link, name, description, page).stream())
        .findFirst();
  }

  /** A link is a text, or an object around one. */
  private static Optional<String> link(JsonObject item, String member) {
    return item.text(member)
        .or(() -> item.get(member).flatMap(value -> value.asObject().text("url")));
  }

  private static Optional<String> next(JsonObject document) {
    JsonObject cursors = document.object("pageInfo");
    if (cursors.isTrue("hasNextPage")) {
      return cursors
          .text("endCursor")
          .map(cursor -> "after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
    }
    JsonObject numbers = document.object("pagination");
    long current = number(numbers, "currentPage");
    return current > 0 && current < number(numbers, "totalPages")
        ? Optional.of("page=" + (current + 1))
        : Optional.empty();
  }

  private static long number(JsonObject object, String member) {
    return object.members().get(member) instanceof JsonNumber number
            && number.spelling().matches("[0-9]{1,9}")
        ? Long.parseLong(number.spelling())
        : 0;
  }
}
