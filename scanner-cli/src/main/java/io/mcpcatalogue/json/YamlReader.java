package io.mcpcatalogue.json;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonBoolean;
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
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Parses YAML into {@link JsonValue}s within {@link JsonLimits}, from the stream of events and
 * without recursion, so that no depth can end the program. Immutable and thread-safe.
 */
public final class YamlReader {
  private static final long MAX_REPEATED = 100_000;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?([eE][+-]?[0-9]{1,3})?");

  private final JsonLimits limits;

  public YamlReader(JsonLimits limits) {
    this.limits = limits;
  }

  /** Parses the first document of the text. */
  public JsonValue parse(String text) throws MalformedJsonException {
    if (text.length() > limits.maxDocumentLength()) {
      throw new MalformedJsonException("YAML beyond the limits: the document is too long", true);
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit((int) Math.min(limits.maxDocumentLength(), Integer.MAX_VALUE))
            .build();
    Builder builder = new Builder(limits.maxDepth());
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (builder.add(event)) {
          break;
        }
      }
    } catch (MarkedYamlEngineException e) {
      throw new MalformedJsonException("no valid YAML" + place(e), false);
    } catch (YamlEngineException e) {
      throw new MalformedJsonException("no valid YAML", false);
    }
    return builder.result().orElse(JsonNull.NULL);
  }

  private static String place(MarkedYamlEngineException e) {
    return e.getProblemMark()
        .map(mark -> ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
        .orElse("");
  }

  /** A value and how many values it holds, itself included. */
  private record Sized(JsonValue value, long size) {}

  /** A collection that is still being filled. */
  private static final class Open {
    private final boolean mapping;
    private final Optional<Anchor> anchor;
    private final Map<String, JsonValue> members = new LinkedHashMap<>();
    private final List<JsonValue> values = new ArrayList<>();
    private String key;
    private long size = 1;

    Open(boolean mapping, Optional<Anchor> anchor) {
      this.mapping = mapping;
      this.anchor = anchor;
    }

    void add(Sized sized) {
      JsonValue value = sized.value;
      size += sized.size;
      if (!mapping) {
        values.add(value);
      } else if (key == null) {
        key = value.text().orElseGet(value::toString);
      } else {
        if (key.equals("<<")) {
          value.asObject().members().forEach(members::putIfAbsent);
        } else {
          members.put(key, value);
        }
        key = null;
      }
    }

    Sized close() {
      return new Sized(mapping ? new JsonObject(members) : new JsonArray(values), size);
    }
  }

  /** Puts the values together as the events come. For one thread. */
  private static final class Builder {
    private final int maxDepth;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Sized> anchors = new HashMap<>();
    private long repeated;
    private JsonValue result;

    Builder(int maxDepth) {
      this.maxDepth = maxDepth;
    }

    Optional<JsonValue> result() {
      return Optional.ofNullable(result);
    }

    /** Returns whether the document is complete. */
    boolean add(Event event) throws MalformedJsonException {
      switch (event.getEventId()) {
        case Scalar -> scalar((ScalarEvent) event);
        case Alias -> value(resolved((AliasEvent) event));
        case MappingStart -> start(true, ((NodeEvent) event).getAnchor());
        case SequenceStart -> start(false, ((NodeEvent) event).getAnchor());
        case MappingEnd, SequenceEnd -> {
          Open done = open.pop();
          Sized value = done.close();
          done.anchor.ifPresent(anchor -> anchors.put(anchor, value));
          value(value);
        }
        case DocumentEnd -> {
          return true;
        }
        default -> {
          return false;
        }
      }
      return false;
    }

    private void start(boolean mapping, Optional<Anchor> anchor) throws MalformedJsonException {
      if (open.size() >= maxDepth) {
        throw new MalformedJsonException("YAML beyond the limits: nested too deep", true);
      }
      open.push(new Open(mapping, anchor));
    }

    private void scalar(ScalarEvent event) {
      JsonValue value =
          event.isPlain() && event.getTag().isEmpty()
              ? plain(event.getValue())
              : JsonValue.of(event.getValue());
      Sized sized = new Sized(value, 1);
      event.getAnchor().ifPresent(anchor -> anchors.put(anchor, sized));
      value(sized);
    }

    private static JsonValue plain(String text) {
      return switch (text) {
        case "", "~", "null", "Null", "NULL" -> JsonNull.NULL;
        case "true", "True", "TRUE" -> JsonBoolean.TRUE;
        case "false", "False", "FALSE" -> JsonBoolean.FALSE;
        default -> NUMBER.matcher(text).matches() ? new JsonNumber(text) : JsonValue.of(text);
      };
    }

    /** A bomb of aliases of aliases is small in memory and endless once written out. */
    private Sized resolved(AliasEvent alias) throws MalformedJsonException {
      Sized value = anchors.get(alias.getAlias());
      if (value == null) {
        throw new MalformedJsonException("no valid YAML: an alias of nothing", false);
      }
      repeated += value.size;
      if (repeated > MAX_REPEATED) {
        throw new MalformedJsonException("YAML beyond the limits: aliases repeat too much", true);
      }
      return value;
    }

    private void value(Sized value) {
      if (open.isEmpty()) {
        result = value.value;
      } else {
        open.peek().add(value);
      }
    }
  }
}
