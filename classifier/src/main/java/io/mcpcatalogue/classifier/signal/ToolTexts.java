package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.rule.Area;
import io.mcpcatalogue.classifier.signal.Text.Step;
import io.mcpcatalogue.classifier.text.TextSplitter;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds every text of a definition, wherever it stands: an attacker may hide words in any member,
 * and a model reads them all. For one thread.
 */
final class ToolTexts {
  /** Shorter strings than this say nothing, unless they describe something. */
  private static final int SHORTEST = 12;

  private static final Set<String> READ_ELSEWHERE = Set.of("name", "description", "inputSchema");

  private static final int MOST_TEXTS = 20_000;

  private final TextSplitter splitter;
  private final List<Text> texts = new ArrayList<>();
  private final Deque<Place> open = new ArrayDeque<>();

  private record Place(JsonValue value, Area area, Step step) {}

  private ToolTexts(Vocabulary vocabulary) {
    this.splitter = new TextSplitter(vocabulary);
  }

  /** The texts of a tool; the order is that of the definition. */
  static List<Text> of(ToolFacts facts, Vocabulary vocabulary) {
    ToolTexts found = new ToolTexts(vocabulary);
    String description = facts.tool().description();
    if (!description.isEmpty()) {
      found.texts.add(
          new Text(
              Area.DESCRIPTION, Step.ROOT.to("description"), description, facts.description()));
    }
    found.add(facts.tool().inputSchema(), Area.SCHEMA, Step.ROOT, "inputSchema");
    for (Map.Entry<String, JsonValue> member : facts.tool().raw().members().entrySet()) {
      String key = member.getKey();
      if (!READ_ELSEWHERE.contains(key)) {
        Area area = key.equals("title") ? Area.TITLE : Area.OTHER;
        found.add(member.getValue(), area, Step.ROOT, key);
      }
    }
    found.readAll();
    return found.texts;
  }

  /** The texts of anything else that a server offers. */
  static List<Text> of(JsonValue value, Area area, Step at, Vocabulary vocabulary) {
    ToolTexts found = new ToolTexts(vocabulary);
    if (value instanceof JsonString string) {
      found.addText(string.value(), area, at);
    } else {
      found.open.add(new Place(value, area, at));
    }
    found.readAll();
    return found.texts;
  }

  private void readAll() {
    while (!open.isEmpty() && texts.size() < MOST_TEXTS) {
      Place place = open.poll();
      if (place.value instanceof JsonObject object) {
        object.members().forEach((key, value) -> add(value, area(place, key), place.step, key));
      } else if (place.value instanceof JsonArray array) {
        int index = 0;
        for (JsonValue item : array.values()) {
          addItem(item, place.area, place.step, index++);
        }
      }
    }
  }

  private void add(JsonValue value, Area area, Step parent, String key) {
    if (value instanceof JsonString string) {
      String text = string.value();
      if (text.length() >= SHORTEST ? !key.startsWith("$") : isDescription(key)) {
        addText(text, area, parent.to(key));
      }
    } else if (value instanceof JsonObject || value instanceof JsonArray) {
      open.add(new Place(value, area, parent.to(key)));
    }
  }

  private void addItem(JsonValue value, Area area, Step parent, int index) {
    if (value instanceof JsonObject
        || value instanceof JsonArray
        || value instanceof JsonString text && text.value().length() >= SHORTEST) {
      add(value, area, parent, Integer.toString(index));
    }
  }

  private void addText(String text, Area area, Step step) {
    texts.add(new Text(area, step, text, splitter.prose("", text)));
  }

  private static boolean isDescription(String key) {
    return key.equals("description") || key.equals("title");
  }

  private static Area area(Place parent, String key) {
    return key.equals("title") && parent.step.key().equals("annotations")
        ? Area.TITLE
        : parent.area;
  }
}
