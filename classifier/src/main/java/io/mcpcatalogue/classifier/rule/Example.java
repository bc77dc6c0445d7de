package io.mcpcatalogue.classifier.rule;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.Optional;

/**
 * An example beside a rule: a tool or a server, and whether the rule speaks about it. Immutable.
 *
 * @param rule the path of the rule's file without ending: {@code signals/schema/url}
 * @param place where the example stands, for messages
 * @param verdict the category to take for granted; empty to let the classifier decide
 */
public record Example(
    String rule, String place, Kind kind, Optional<Category> verdict, Subject subject) {

  /** What is expected. */
  public enum Kind {
    /** The rule speaks. */
    FIRES,
    /** The rule stays silent. */
    SILENT,
    /** A known miss: the rule should speak and does not yet. */
    TODO_FIRES
  }

  /** What the rule is tried on. */
  public sealed interface Subject {
    /** A tool. */
    record OfTool(ToolDefinition tool) implements Subject {}

    /** A server. */
    record OfServer(ServerManifest server) implements Subject {}
  }
}
