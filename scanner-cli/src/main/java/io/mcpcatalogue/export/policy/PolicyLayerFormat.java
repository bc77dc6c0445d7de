package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.export.policy.PolicyText.Loss;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Policy.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The JSON of the hosted PolicyLayer gateway. No schema of it is published: this writes what its
 * catalogue prints, member by member. Immutable.
 */
final class PolicyLayerFormat implements PolicyFormat {
  private static final int HOURS_A_DAY = 24;

  @Override
  public String id() {
    return "policylayer";
  }

  @Override
  public String description() {
    return "PolicyLayer gateway (policy.json)";
  }

  @Override
  public Syntax syntax() {
    return Syntax.JSON;
  }

  @Override
  public String fileExtension() {
    return "json";
  }

  @Override
  public PolicyText write(Policy policy) {
    List<JsonValue> hidden = new ArrayList<>();
    JsonObjectBuilder tools = new JsonObjectBuilder();
    List<Loss> losses = new ArrayList<>();
    for (ToolPolicy tool : ToolNames.writable(policy, losses)) {
      switch (tool.action()) {
        case HIDE -> hidden.add(JsonValue.of(tool.tool()));
        case ALLOW -> tools.put(tool.tool(), JsonObject.EMPTY);
        case DENY -> tools.put(tool.tool(), denied(tool.reason()));
        case LIMIT -> tools.put(tool.tool(), limited(tool, losses));
      }
    }
    JsonObjectBuilder document = new JsonObjectBuilder().put("version", "1").put("default", "deny");
    if (!hidden.isEmpty()) {
      document.put("hide", hidden);
    }
    document.put("tools", tools.build());
    return new PolicyText(PrettyJson.write(document.build()), losses);
  }

  @Override
  public List<PolicyFault> faultsIn(JsonValue document) {
    return new PolicyLayerValidator().faultsIn(document);
  }

  private static JsonObject denied(String reason) {
    JsonObject always =
        new JsonObjectBuilder().put("conditions", JsonArray.EMPTY).put("on_deny", reason).build();
    return new JsonObjectBuilder().put("deny_if", List.of(always)).build();
  }

  private static JsonObject limited(ToolPolicy tool, List<Loss> losses) {
    Limit limit = tool.limit().orElseThrow();
    if (limit.window() != Window.DAY) {
      return limited(tool.tool(), limit);
    }
    int anHour = limit.max() / HOURS_A_DAY;
    if (anHour == 0) {
      losses.add(
          new Loss(
              tool.tool(),
              "denied: "
                  + limit.max()
                  + " calls a day cannot be said, only calls a minute or hour"));
      return denied(tool.reason());
    }
    losses.add(
        new Loss(
            tool.tool(),
            anHour + " calls an hour instead of " + limit.max() + " a day, which cannot be said"));
    return limited(tool.tool(), new Limit(anHour, Window.HOUR));
  }

  private static JsonObject limited(String tool, Limit limit) {
    JsonObject counter =
        new JsonObjectBuilder()
            .put("counter", tool + "_rate")
            .put("window", limit.window().name().toLowerCase(Locale.ROOT))
            .put("max", limit.max())
            .put("scope", "grant")
            .build();
    return new JsonObjectBuilder().put("limits", List.of(counter)).build();
  }
}
