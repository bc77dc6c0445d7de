package io.mcpcatalogue.collect.live.session;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.LiveOptions;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells whether a server shows different tools to different clients, by asking under two names. */
public final class CloakCheck {
  /** The name of a client that everybody knows, so one that a server may have a mind to please. */
  private static final String WELL_KNOWN = "claude-ai";

  private static final int MAX_NAMES = 20;

  private CloakCheck() {}

  /** Lists a server under a client name. */
  public interface Lister {
    ServerListing list(String clientName) throws CollectException;
  }

  /** The list under the name that was chosen; with the check its difference to another one. */
  public static ServerListing list(LiveOptions options, Lister lister) throws CollectException {
    ServerListing listing = lister.list(options.clientName());
    return options.cloakCheck() ? checked(listing, options.clientName(), lister) : listing;
  }

  private static ServerListing checked(ServerListing first, String name, Lister lister) {
    String other = name.equals(WELL_KNOWN) ? LiveOptions.CLIENT_NAME : WELL_KNOWN;
    try {
      Set<String> differing = differences(first, lister.list(other));
      if (differing.isEmpty()) {
        return first;
      }
      // A list that changes by itself says nothing about names.
      Set<String> unstable = differences(first, lister.list(name));
      differing.removeAll(unstable);
      ServerListing told = unstable.isEmpty() ? first : with(first, "live/unstable-list", unstable);
      return differing.isEmpty() ? told : with(told, "live/client-name-dependent", differing);
    } catch (CollectException e) {
      return first.with(
          List.of(),
          List.of(
              new Gap(
                  "cloak check",
                  e.kind(),
                  "could not be listed as \"" + other + "\": " + e.getMessage())));
    }
  }

  private static ServerListing with(ServerListing listing, String fact, Set<String> names) {
    String more = names.size() > MAX_NAMES ? " and " + (names.size() - MAX_NAMES) + " more" : "";
    String value = String.join(", ", names.stream().limit(MAX_NAMES).toList()) + more;
    return listing.with(List.of(new Fact(fact, value, "tools/list")), List.of());
  }

  /** The tools that are not the same in both lists, and what else a model is told. */
  private static Set<String> differences(ServerListing one, ServerListing other) {
    Map<String, JsonObject> left = tools(one);
    Map<String, JsonObject> right = tools(other);
    Set<String> differing = new TreeSet<>();
    Set<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String name : names) {
      if (!left.containsKey(name) || !left.get(name).equals(right.get(name))) {
        differing.add(SafeText.line(name, 80));
      }
    }
    if (!one.instructions().equals(other.instructions())) {
      differing.add("(instructions)");
    }
    return differing;
  }

  private static Map<String, JsonObject> tools(ServerListing listing) {
    Map<String, JsonObject> tools = new TreeMap<>();
    for (ToolDefinition tool : listing.tools()) {
      tools.put(tool.name(), tool.raw());
    }
    return tools;
  }
}
