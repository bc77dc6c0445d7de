package io.mcpcatalogue.json;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * Parses one YAML document into a {@link JsonValue} within {@link JsonLimits}: from events, so that
 * neither depth nor aliases cost more than they write. Immutable and thread-safe.
 */
public final class YamlReader {
  private static final CoreScalarResolver RESOLVER = new CoreScalarResolver(false);

  private final JsonLimits limits;

  public YamlReader(JsonLimits limits) {
    this.limits = limits;
  }

  public static YamlReader withDefaultLimits() {
    return new YamlReader(JsonLimits.DEFAULT);
  }

  /** Parses the one document that must be the whole text. */
  public JsonValue parse(String text) throws MalformedJsonException {
    if (text.length() > limits.maxDocumentLength()) {
      throw new MalformedJsonException("YAML beyond the limits: the document is too long", true);
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit((int) Math.min(Integer.MAX_VALUE, limits.maxDocumentLength()))
            .build();
    Builder builder = new Builder(limits.maxDepth());
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        builder.take(event);
      }
    } catch (MarkedYamlEngineException e) {
      throw new MalformedJsonException("no valid YAML" + place(e.getProblemMark()), false);
    } catch (YamlEngineException e) {
      throw new MalformedJsonException("no valid YAML", false);
    }
    return builder.result();
  }

  private static String place(Optional<org.snakeyaml.engine.v2.exceptions.Mark> mark) {
    return mark.map(at -> ", line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1))
        .orElse("");
  }

  /** Builds values bottom up; for one document and one thread. */
  private static final class Builder {
    private final int maxDepth;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, JsonValue> anchors = new HashMap<>();
    private JsonValue root = JsonNull.NULL;
    private int documents;

    Builder(int maxDepth) {
      this.maxDepth = maxDepth;
    }

    JsonValue result() {
      return root;
    }

    void take(Event event) throws MalformedJsonException {
      if (event instanceof DocumentStartEvent) {
        documents++;
        if (documents > 1) {
          throw malformed("a second document begins", event);
        }
      } else if (event instanceof CollectionStartEvent start) {
        if (open.size() == maxDepth) {
          throw new MalformedJsonException("YAML beyond the limits: nested too deep", true);
        }
        open.push(new Open(start, event.getEventId() == Event.ID.MappingStart));
      } else if (event.getEventId() == Event.ID.MappingEnd
          || event.getEventId() == Event.ID.SequenceEnd) {
        Open ended = open.pop();
        add(ended.value(), ended.start);
      } else if (event instanceof ScalarEvent scalar) {
        scalar(scalar);
      } else if (event instanceof AliasEvent alias) {
        JsonValue value = anchors.get(alias.getAlias());
        if (value == null) {
          throw malformed("an alias without anchor", event);
        }
        add(value, alias);
      }
    }

    private void scalar(ScalarEvent scalar) throws MalformedJsonException {
      Open innermost = open.peek();
      if (innermost != null && innermost.awaitsKey()) {
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
          throw malformed("a merge key", scalar);
        }
        if (!innermost.key(scalar.getValue())) {
          throw malformed("a duplicate key", scalar);
        }
        return;
      }
      add(value(scalar), scalar);
    }

    private void add(JsonValue value, NodeEvent event) throws MalformedJsonException {
      event.getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
      Open innermost = open.peek();
      if (innermost == null) {
        root = value;
      } else if (innermost.awaitsKey()) {
        throw malformed("a key that is no scalar", event);
      } else {
        innermost.add(value);
      }
    }

    private static JsonValue value(ScalarEvent scalar) {
      String text = scalar.getValue();
      if (!scalar.isPlain()) {
        return JsonValue.of(text);
      }
      Tag tag = RESOLVER.resolve(text, true);
      if (tag.equals(Tag.NULL)) {
        return JsonNull.NULL;
      }
      if (tag.equals(Tag.BOOL)) {
        return JsonValue.of(text.charAt(0) == 't' || text.charAt(0) == 'T');
      }
      boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
      return number ? new JsonNumber(text) : JsonValue.of(text);
    }

    private static MalformedJsonException malformed(String what, Event event) {
      return new MalformedJsonException(
          "no YAML that can be read: " + what + place(event.getStartMark()), false);
    }
  }

  /** A collection that has begun. */
  private static final class Open {
    private final CollectionStartEvent start;
    private final boolean map;
    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private final List<JsonValue> values = new ArrayList<>();
    private Optional<String> key = Optional.empty();

    Open(CollectionStartEvent start, boolean map) {
      this.start = start;
      this.map = map;
    }

    boolean awaitsKey() {
      return map && key.isEmpty();
    }

    /** Takes a key unless it is there already. */
    boolean key(String name) {
      key = Optional.of(name);
      return !members.containsKey(name);
    }

    void add(JsonValue value) {
      if (map) {
        members.put(key.orElseThrow(), value);
        key = Optional.empty();
      } else {
        values.add(value);
      }
    }

    JsonValue value() {
      return map ? new JsonObject(members) : new JsonArray(values);
    }
  }
}
