package io.mcpcatalogue.collect.listing;

import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gathers what a server answered to one or several requests: whatever of tools, prompts, resources,
 * instructions and server information an answer holds. For one thread.
 */
final class ServerPages {
  static final String ERROR_ANSWER = "holds an error answer: ";

  private static final Map<String, OfferedItem.Kind> OFFERED =
      Map.of(
          "prompts", OfferedItem.Kind.PROMPT,
          "resources", OfferedItem.Kind.RESOURCE,
          "resourceTemplates", OfferedItem.Kind.RESOURCE_TEMPLATE);

  private final CollectLimits limits;
  private final ToolListReader tools;
  private final List<OfferedItem> offered = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final String origin;
  private JsonObject serverInfo = JsonObject.EMPTY;
  private String instructions = "";
  private boolean listSeen;
  private boolean cursorOpen;

  ServerPages(CollectLimits limits, String origin) {
    this.limits = limits;
    this.tools = new ToolListReader(limits, origin);
    this.origin = origin;
  }

  /** Adds a value that is an answer, an array of answers, or an array of tools. */
  void add(JsonValue value) {
    if (value instanceof JsonArray array) {
      if (array.values().stream().anyMatch(item -> isAnswer(item.asObject()))) {
        array.values().forEach(item -> addAnswer(item.asObject()));
      } else {
        addTools(array);
      }
    } else {
      addAnswer(value.asObject());
    }
  }

  private static boolean isAnswer(JsonObject object) {
    return object.members().containsKey("jsonrpc")
        || object.get("result").isPresent()
        || object.get("tools").isPresent()
        || object.get("serverInfo").isPresent();
  }

  private void addAnswer(JsonObject answer) {
    JsonObject error = answer.object("error");
    if (!error.isEmpty()) {
      String message = SafeText.line(error.text("message").orElse("without a message"), 300);
      gaps.add(new Gap(origin, Gap.Kind.MALFORMED, ERROR_ANSWER + message));
    }
    addResult(answer.get("result").map(JsonValue::asObject).orElse(answer));
  }

  private void addResult(JsonObject result) {
    result.get("serverInfo").ifPresent(info -> serverInfo = info.asObject());
    result.text("instructions").ifPresent(text -> instructions = text);
    JsonValue list = result.members().get("tools");
    if (list instanceof JsonArray array) {
      addTools(array);
      cursorOpen = result.text("nextCursor").isPresent();
    } else if (list instanceof JsonObject pages && pages.get("tools").isPresent()) {
      addResult(pages);
    }
    OFFERED.keySet().stream().sorted().forEach(member -> addOffered(result, member));
  }

  private void addTools(JsonArray page) {
    listSeen = true;
    tools.add(page);
  }

  private void addOffered(JsonObject result, String member) {
    JsonArray items = result.get(member).map(JsonValue::asArray).orElse(JsonArray.EMPTY);
    for (JsonValue item : items.values()) {
      if (item instanceof JsonObject object && offered.size() < limits.maxTools()) {
        offered.add(OfferedItem.of(OFFERED.get(member), object));
      }
    }
  }

  /** Whether a list of tools was there at all, be it an empty one. */
  boolean listSeen() {
    return listSeen;
  }

  ToolListReader tools() {
    return tools;
  }

  List<OfferedItem> offered() {
    return List.copyOf(offered);
  }

  JsonObject serverInfo() {
    return serverInfo;
  }

  String instructions() {
    return instructions;
  }

  List<Gap> gaps() {
    List<Gap> all = new ArrayList<>(gaps);
    all.addAll(tools.gaps());
    if (cursorOpen) {
      all.add(
          new Gap(
              origin, Gap.Kind.LIMIT, "the last page names a next page, which is not in the file"));
    }
    return all;
  }
}
