package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.YamlNode.Entry;
import io.mcpcatalogue.classifier.load.YamlNode.YamlList;
import io.mcpcatalogue.classifier.load.YamlNode.YamlMap;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the members out of one YAML map. What is missing or of the wrong kind becomes a fault and a
 * harmless stand-in, so that reading goes on to the next fault; {@link #finish} reports every key
 * that nobody asked for. For one thread.
 */
public final class MapReader {
  private final Place place;
  private final Faults faults;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private MapReader(Place place, Faults faults) {
    this.place = place;
    this.faults = faults;
  }

  /** Reads a node that must be a map. */
  public static MapReader of(YamlNode node, Faults faults) {
    MapReader reader = new MapReader(node.place(), faults);
    if (node instanceof YamlMap map) {
      for (Entry entry : map.entries()) {
        reader.entries.put(entry.key(), entry);
      }
    } else {
      faults.add(node.place(), "expected a map, found " + node.kind());
    }
    return reader;
  }

  public Place place() {
    return place;
  }

  public Faults faults() {
    return faults;
  }

  public void fault(String message) {
    faults.add(place, message);
  }

  public boolean has(String key) {
    known.add(key);
    return entries.containsKey(key);
  }

  /** The place of a key's value, or of the map when the key is absent. */
  public Place placeOf(String key) {
    return entries.containsKey(key) ? entries.get(key).value().place() : place;
  }

  public Optional<YamlNode> node(String key) {
    return Optional.ofNullable(value(key));
  }

  /** The value of a key, or null: nearly all reading goes through here. */
  private YamlNode value(String key) {
    known.add(key);
    Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  /** All keys in their order, for maps whose keys are data; they all count as known. */
  public List<String> keys() {
    known.addAll(entries.keySet());
    return List.copyOf(entries.keySet());
  }

  /** The first key that is one of the names. */
  public Optional<String> firstOf(Set<String> names) {
    for (String key : entries.keySet()) {
      if (names.contains(key)) {
        known.add(key);
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** A text that must be there. */
  public String text(String key) {
    if (!has(key)) {
      faults.add(place, "'" + key + "' is missing");
      return "";
    }
    String text = textOr(key, "");
    if (text.isBlank()) {
      faults.add(placeOf(key), "'" + key + "' is empty");
    }
    return text;
  }

  public String textOr(String key, String otherwise) {
    YamlText text = scalar(key);
    return text == null ? otherwise : text.value();
  }

  public double numberOr(String key, double otherwise) {
    YamlText text = scalar(key);
    if (text == null) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(text.value());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the fault: what is no number is told with its place.
    }
    faults.add(text.place(), "'" + key + "' must be a number, found '" + text.value() + "'");
    return otherwise;
  }

  public int integerOr(String key, int otherwise) {
    double number = numberOr(key, otherwise);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      faults.add(placeOf(key), "'" + key + "' must be a whole number");
      return otherwise;
    }
    return (int) number;
  }

  public boolean flagOr(String key, boolean otherwise) {
    String text = textOr(key, String.valueOf(otherwise));
    if (!text.equals("true") && !text.equals("false")) {
      faults.add(placeOf(key), "'" + key + "' must be true or false, found '" + text + "'");
      return otherwise;
    }
    return text.equals("true");
  }

  /** A constant of an enum, written as in Java or in lower case with hyphens. */
  public <E extends Enum<E>> E choiceOr(String key, Class<E> type, E otherwise) {
    YamlText text = scalar(key);
    E chosen = text == null ? null : choice(text.value(), type, text.place());
    return chosen == null ? otherwise : chosen;
  }

  /** The constant of an enum that a key names, for maps whose keys are constants. */
  public <E extends Enum<E>> Optional<E> choiceOf(String key, Class<E> type) {
    return Optional.ofNullable(choice(key, type, placeOf(key)));
  }

  /** Enum constants, one or a list of them. */
  public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
    List<E> chosen = new ArrayList<>();
    for (YamlText text : located(key)) {
      E constant = choice(text.value(), type, text.place());
      if (constant != null) {
        chosen.add(constant);
      }
    }
    return chosen;
  }

  /** One text or a list of texts; empty when the key is absent. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlText text : located(key)) {
      texts.add(text.value());
    }
    return texts;
  }

  /** Like {@link #texts}, with the place of each. */
  public List<YamlText> located(String key) {
    List<YamlText> texts = new ArrayList<>();
    for (YamlNode item : items(key)) {
      if (item instanceof YamlText text) {
        texts.add(text);
      } else {
        faults.add(item.place(), "expected text in '" + key + "', found " + item.kind());
      }
    }
    return texts;
  }

  /** The items of a list; a single value stands for a list of one; empty when the key is absent. */
  public List<YamlNode> items(String key) {
    YamlNode value = value(key);
    if (value == null) {
      return List.of();
    }
    return value instanceof YamlList list ? list.items() : List.of(value);
  }

  /** The map under a key; an empty one when it is absent. */
  public MapReader map(String key) {
    YamlNode value = value(key);
    return value == null ? new MapReader(place, faults) : MapReader.of(value, faults);
  }

  /** Reports the keys that nobody asked for. */
  public void finish() {
    for (Entry entry : entries.values()) {
      if (!known.contains(entry.key())) {
        faults.add(
            entry.keyPlace(),
            "unknown key '" + entry.key() + "'; known here: " + String.join(", ", known));
      }
    }
  }

  /** The text of a key; null where the key is absent, or, with a fault, holds something else. */
  private YamlText scalar(String key) {
    YamlNode value = value(key);
    if (value == null || value instanceof YamlText) {
      return (YamlText) value;
    }
    faults.add(value.place(), "'" + key + "' must be text, found " + value.kind());
    return null;
  }

  /** The constant that is spelled so, or null with a fault. */
  private <E extends Enum<E>> E choice(String text, Class<E> type, Place where) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text) || isSpelled(constant.name(), text)) {
        return constant;
      }
    }
    List<String> allowed = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      allowed.add(spelling(constant));
    }
    faults.add(where, "'" + text + "' is none of " + String.join(", ", allowed));
    return null;
  }

  /** Whether the text is the name of a constant in lower case with hyphens. */
  private static boolean isSpelled(String name, String text) {
    if (name.length() != text.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      char spelled = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      if (text.charAt(i) != spelled) {
        return false;
      }
    }
    return true;
  }

  /** How a constant is written in rules. */
  static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
