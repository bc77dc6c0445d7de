package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.text.TextSplitter;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.JsonValue.JsonString;
import io.mcpcatalogue.model.Members;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds every text of a definition, wherever it stands: an attacker may hide words in any member,
 * and a model reads them all. For one thread.
 */
final class TextWalk {
  /** Shorter strings than this say nothing, unless they describe something. */
  private static final int SHORTEST = 12;

  /** So many words of a name may tell a model to do something. */
  private static final int SHORTEST_SENTENCE = 4;

  private static final Set<String> READ_ELSEWHERE = Set.of("name", "description", "inputSchema");

  private static final int MOST_TEXTS = 20_000;

  private final TextSplitter splitter;
  private final List<Text> texts = new ArrayList<>();
  private final Deque<Place> open = new ArrayDeque<>();

  private record Place(JsonValue value, Area area, Pointer pointer) {}

  private TextWalk(TextSplitter splitter) {
    this.splitter = splitter;
  }

  /** The texts of a tool, whose description is split already; the order is the definition's. */
  static TextWalk of(ToolDefinition tool, Words description, TextSplitter splitter) {
    TextWalk found = new TextWalk(splitter);
    if (!tool.description().isEmpty()) {
      found.addText(description, Area.DESCRIPTION, Pointer.ROOT.to("description"));
    }
    found.add(tool.inputSchema(), Area.SCHEMA, Pointer.ROOT, "inputSchema");
    Members members = tool.raw().members();
    for (int i = 0; i < members.size(); i++) {
      String key = members.name(i);
      if (!READ_ELSEWHERE.contains(key)) {
        Area area = key.equals("title") ? Area.TITLE : Area.OTHER;
        found.add(members.value(i), area, Pointer.ROOT, key);
      }
    }
    found.readAll(MOST_TEXTS);
    return found;
  }

  /** A text, and what it says in another writing. */
  static List<Text> of(String text, Area area, Pointer at, TextSplitter splitter) {
    TextWalk found = new TextWalk(splitter);
    found.addText(splitter.prose("", text), area, at);
    return found.texts;
  }

  /**
   * All texts of anything else that a server offers: no signal could say that some were left out,
   * and how much there can be is bounded by whoever asked the server.
   */
  static List<Text> below(JsonObject object, Area area, Pointer at, TextSplitter splitter) {
    TextWalk found = new TextWalk(splitter);
    found.open.add(new Place(object, area, at));
    found.readAll(Integer.MAX_VALUE);
    return found.texts;
  }

  /**
   * Adds a name, where it is long enough to tell a model to do something, or holds characters that
   * a reader may not see, or may take for others.
   */
  void addName(Words name, Pointer place) {
    if (name.size() >= SHORTEST_SENTENCE || !SafeText.isPlain(name.text())) {
      texts.add(new Text(Area.NAME, place, name.text(), name, false));
    }
  }

  List<Text> texts() {
    return texts;
  }

  /** How many objects and lists were not read, since there were too many texts. */
  int cutShort() {
    return open.size();
  }

  private void readAll(int most) {
    while (!open.isEmpty() && texts.size() < most) {
      Place place = open.poll();
      if (place.value instanceof JsonObject object) {
        Members members = object.members();
        for (int i = 0; i < members.size(); i++) {
          String key = members.name(i);
          addKey(key, place);
          add(members.value(i), area(place, key), place.pointer, key);
        }
      } else if (place.value instanceof JsonArray array) {
        int index = 0;
        for (JsonValue item : array.values()) {
          addItem(item, place.area, place.pointer, index++);
        }
      }
    }
  }

  private void add(JsonValue value, Area area, Pointer parent, String key) {
    if (value instanceof JsonString string) {
      String text = string.value();
      if (isReference(key, text)) {
        if (hasJoints(text)) {
          addName(splitter.name("", text), parent.to(key));
        }
      } else if (text.length() >= SHORTEST || isDescription(key)) {
        addText(splitter.prose("", text), area, parent.to(key));
      }
    } else if (value instanceof JsonObject || value instanceof JsonArray) {
      open.add(new Place(value, area, parent.to(key)));
    }
  }

  /** A key of several words may tell a model to do something, like those of parameters. */
  private void addKey(String key, Place place) {
    if (key.length() >= SHORTEST) {
      if (key.indexOf(' ') > 0) {
        addText(splitter.prose("", key), place.area, place.pointer.to(key));
      } else if (!isParameter(place) && hasJoints(key)) {
        addName(splitter.name("", key), place.pointer.to(key));
      }
    }
  }

  /** Whether what stands there is named by parameters, which are read on their own. */
  private static boolean isParameter(Place place) {
    return place.area == Area.SCHEMA && place.pointer.endsWith("properties");
  }

  /** Whether a name may be made of four words. */
  private static boolean hasJoints(String name) {
    int joints = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      joints += c == '_' || c == '-' || c >= 'A' && c <= 'Z' ? 1 : 0;
    }
    return joints >= SHORTEST_SENTENCE - 1;
  }

  private void addItem(JsonValue value, Area area, Pointer parent, int index) {
    if (value instanceof JsonObject
        || value instanceof JsonArray
        || value instanceof JsonString text && text.value().length() >= SHORTEST) {
      add(value, area, parent, Integer.toString(index));
    }
  }

  private void addText(Words text, Area area, Pointer pointer) {
    texts.add(new Text(area, pointer, text.text(), text, false));
    for (String decoded : splitter.decoded(text)) {
      texts.add(new Text(area, pointer, decoded, splitter.prose("", decoded), true));
    }
  }

  /** Keywords that begin like this name schemas, all but one; no such name holds a space. */
  private static boolean isReference(String key, String text) {
    return key.startsWith("$") && !key.equals("$comment") && text.indexOf(' ') < 0;
  }

  private static boolean isDescription(String key) {
    return key.equals("description") || key.equals("title");
  }

  private static Area area(Place parent, String key) {
    return key.equals("title") && parent.pointer.endsWith("annotations") ? Area.TITLE : parent.area;
  }
}
