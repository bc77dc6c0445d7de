package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.YamlNode.Entry;
import io.mcpcatalogue.classifier.load.YamlNode.YamlList;
import io.mcpcatalogue.classifier.load.YamlNode.YamlMap;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the plain part of YAML: one document of maps, lists and scalars. Anchors, tags, duplicate
 * keys, depth and size beyond any rule are faults.
 */
public final class YamlReader {
  private static final int MAX_CODE_POINTS = 1 << 20;
  private static final int MAX_DEPTH = 32;
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

  private final String file;
  private final Faults faults;

  private YamlReader(String file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * Reads one file; empty, with the reason among the faults, when there is nothing to go on with.
   */
  public static Optional<YamlNode> read(String file, String text, Faults faults) {
    return new YamlReader(file, faults).read(text);
  }

  private Optional<YamlNode> read(String text) {
    if (text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
      faults.add(top(), "the file is longer than " + MAX_CODE_POINTS + " characters");
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(MAX_CODE_POINTS).build();
    try {
      // Line ends are the same everywhere, so that a rule means the same on every system.
      Optional<Node> root =
          new Compose(settings).composeString(text.replace("\r\n", "\n").replace('\r', '\n'));
      if (root.isEmpty()) {
        faults.add(top(), "the file is empty");
      }
      return root.flatMap(node -> convert(node, 0));
    } catch (MarkedYamlEngineException e) {
      faults.add(e.getProblemMark().map(this::place).orElse(top()), "no valid YAML: " + problem(e));
    } catch (YamlEngineException e) {
      faults.add(top(), "no valid YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      faults.add(top(), "nested too deeply");
    }
    return Optional.empty();
  }

  private static String problem(MarkedYamlEngineException e) {
    return e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
  }

  private Optional<YamlNode> convert(Node node, int depth) {
    Place place = place(node);
    if (depth > MAX_DEPTH) {
      faults.add(place, "nested deeper than " + MAX_DEPTH);
      return Optional.empty();
    }
    if (node.getAnchor().isPresent()) {
      faults.add(place, "anchors and aliases are not allowed");
      return Optional.empty();
    }
    if (!PLAIN_TAGS.contains(node.getTag())) {
      faults.add(place, "tags are not allowed: " + node.getTag().getValue());
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return Optional.of(new YamlText(scalar.getValue(), scalar.isPlain(), place));
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        convert(item, depth + 1).ifPresent(items::add);
      }
      return Optional.of(new YamlList(items, place));
    }
    return Optional.of(map((MappingNode) node, depth, place));
  }

  private YamlMap map(MappingNode node, int depth, Place place) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Place keyPlace = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faults.add(keyPlace, "a key must be text");
        continue;
      }
      Place first = seen.putIfAbsent(key.getValue(), keyPlace);
      if (first != null) {
        faults.add(
            keyPlace, "'" + key.getValue() + "' stands here twice, first in line " + first.line());
        continue;
      }
      convert(tuple.getValueNode(), depth + 1)
          .ifPresent(value -> entries.add(new Entry(key.getValue(), keyPlace, value)));
    }
    return new YamlMap(entries, place);
  }

  private Place place(Node node) {
    return node.getStartMark().map(this::place).orElse(top());
  }

  private Place place(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Place top() {
    return new Place(file, 1, 1);
  }
}
