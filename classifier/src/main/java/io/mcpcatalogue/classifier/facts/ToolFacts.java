package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.text.Clause;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.List;

/**
 * What one tool definition says, read once for all rules. Immutable.
 *
 * @param tool the definition itself
 * @param serverName the words of the server's name, of which there may be none
 * @param name the words of the tool's whole name, at {@code /name}
 * @param title the words of the title, at {@code /title} or {@code /annotations/title}
 * @param description the words of the description, at {@code /description}
 * @param clauses the clauses of the description
 * @param parameters all arguments at any depth, ordered by path
 * @param cutShort how many schemas and values were too large, too deep or too entangled to be read
 *     whole
 * @param texts every text of the definition, wherever it stands
 */
public record ToolFacts(
    ToolDefinition tool,
    Words serverName,
    Words name,
    Words title,
    Words description,
    List<Clause> clauses,
    List<Parameter> parameters,
    int cutShort,
    Hints hints,
    List<Text> texts) {

  public ToolFacts {
    clauses = List.copyOf(clauses);
    parameters = List.copyOf(parameters);
    texts = List.copyOf(texts);
  }
}
