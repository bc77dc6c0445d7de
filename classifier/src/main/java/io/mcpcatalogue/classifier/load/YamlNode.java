package io.mcpcatalogue.classifier.load;

import java.util.List;

/**
 * A YAML value with the place where it stands. Scalars stay text until somebody asks for a number
 * or a flag, so that {@code no} is never false by accident. Immutable.
 */
public sealed interface YamlNode {

  Place place();

  /** What it is, for messages: "text", "a list", "a map". */
  String kind();

  /**
   * A scalar.
   *
   * @param plain written without quotes
   */
  record YamlText(String value, boolean plain, Place place) implements YamlNode {
    @Override
    public String kind() {
      return "text";
    }
  }

  /** A list. */
  record YamlList(List<YamlNode> items, Place place) implements YamlNode {
    public YamlList {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A map; keys are unique and keep their order. */
  record YamlMap(List<Entry> entries, Place place) implements YamlNode {
    public YamlMap {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a map";
    }
  }

  /** One key of a map with its value. */
  record Entry(String key, Place keyPlace, YamlNode value) {}
}
