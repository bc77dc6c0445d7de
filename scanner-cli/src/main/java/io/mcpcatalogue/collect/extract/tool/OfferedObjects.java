package io.mcpcatalogue.collect.extract.tool;

import io.mcpcatalogue.collect.extract.evaluate.Values.Made;
import io.mcpcatalogue.collect.extract.value.Value;
import io.mcpcatalogue.collect.extract.value.Value.Bool;
import io.mcpcatalogue.collect.extract.value.Value.ListValue;
import io.mcpcatalogue.collect.extract.value.Value.ObjectValue;
import io.mcpcatalogue.collect.extract.value.Value.Text;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.OfferedItem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads prompts and resources off the structures in which the kits of all languages describe them:
 * the members are called alike but for their case, and stand in the same order where they have no
 * names.
 */
public final class OfferedObjects {
  /** What the kits call the structures. */
  public static final Map<String, Kind> TYPES =
      Map.of(
          "Prompt", Kind.PROMPT,
          "Resource", Kind.RESOURCE,
          "RawResource", Kind.RESOURCE,
          "ResourceTemplate", Kind.RESOURCE,
          "RawResourceTemplate", Kind.RESOURCE);

  /** The members under which an answer of the protocol lists them. */
  public static final Map<String, Kind> LISTS =
      Map.of(
          "prompts", Kind.PROMPT,
          "resources", Kind.RESOURCE,
          "resourceTemplates", Kind.RESOURCE);

  private static final Set<String> ADDRESSES = Set.of("uri", "uritemplate");
  private static final Pattern ADDRESS = Pattern.compile("(?s)[\\w+.-]+://.*");
  private static final Pattern MEDIA_TYPE = Pattern.compile("\\w+/[\\w.+;= -]+");

  private OfferedObjects() {}

  /** What the members describe; empty when they are those of something else. */
  public static Optional<OfferedItem> read(Kind kind, ObjectValue members) {
    return kind == Kind.PROMPT ? prompt(new Parts(members)) : resource(new Parts(members));
  }

  /** What an answer that is written out lists. */
  public static List<OfferedItem> listed(ObjectValue answer) {
    List<OfferedItem> items = new ArrayList<>();
    answer
        .members()
        .forEach(
            (name, value) -> {
              if (LISTS.containsKey(name) && value instanceof ListValue list) {
                list.items()
                    .forEach(item -> read(LISTS.get(name), item.asObject()).ifPresent(items::add));
              }
            });
    return items;
  }

  private static Optional<OfferedItem> prompt(Parts parts) {
    String name = parts.name();
    String description = parts.description();
    List<JsonValue> arguments = arguments(parts);
    boolean isDescribed = !description.isEmpty() || !arguments.isEmpty() || parts.has("name");
    return ToolNames.isName(name) && isDescribed
        ? Optional.of(Offers.prompt(name, parts.text("title"), description, arguments))
        : Optional.empty();
  }

  private static Optional<OfferedItem> resource(Parts parts) {
    String address = parts.address();
    return address.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Offers.resource(parts.name(), parts.text("title"), parts.description(), address));
  }

  private static List<JsonValue> arguments(Parts parts) {
    List<JsonValue> arguments = new ArrayList<>();
    for (Value item : parts.list("arguments")) {
      Parts argument = new Parts(item instanceof Made made ? made.members() : item.asObject());
      if (!argument.name().isEmpty()) {
        JsonObjectBuilder told =
            Offers.told(argument.name(), argument.text("title"), argument.description());
        argument.flag("required").ifPresent(flag -> told.put("required", new JsonBoolean(flag)));
        arguments.add(told.build());
      }
    }
    return arguments;
  }

  /** The members by their plain names, and what has none by its place. */
  private static final class Parts {
    private final Map<String, Value> named = new LinkedHashMap<>();
    private final List<Value> placed;

    Parts(ObjectValue members) {
      members
          .members()
          .forEach(
              (name, value) -> named.put(name.replace("_", "").toLowerCase(Locale.ROOT), value));
      placed = members.argumentsFrom(0);
    }

    boolean has(String name) {
      return named.containsKey(name);
    }

    String text(String name) {
      return named.getOrDefault(name, Value.Nothing.VALUE).anyText().orElse("");
    }

    String address() {
      return ADDRESSES.stream()
          .map(this::text)
          .filter(text -> !text.isEmpty())
          .findFirst()
          .or(() -> texts().stream().filter(Parts::isAddress).findFirst())
          .orElse("");
    }

    String name() {
      return has("name") ? text("name") : words().stream().findFirst().orElse("");
    }

    /** Behind the name, and behind a title where there is one. */
    String description() {
      List<String> words = words();
      boolean isBehindName = words.size() > 1 || has("name") && !words.isEmpty();
      return has("description")
          ? text("description")
          : isBehindName ? words.get(words.size() - 1) : "";
    }

    List<Value> list(String name) {
      return part(name, ListValue.class).map(ListValue::items).orElse(List.of());
    }

    Optional<Boolean> flag(String name) {
      return part(name, Bool.class).map(Bool::value);
    }

    /** The part of this name, else the first of such that has none. */
    private <T extends Value> Optional<T> part(String name, Class<T> kind) {
      List<Value> candidates = has(name) ? List.of(named.get(name)) : placed;
      return candidates.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The texts without names that are neither an address nor tell of what kind the data are. */
    private List<String> words() {
      return texts().stream()
          .filter(text -> !isAddress(text) && !MEDIA_TYPE.matcher(text).matches())
          .toList();
    }

    private List<String> texts() {
      return placed.stream()
          .filter(Text.class::isInstance)
          .flatMap(value -> value.anyText().stream())
          .toList();
    }

    private static boolean isAddress(String text) {
      return ADDRESS.matcher(text).matches();
    }
  }
}
