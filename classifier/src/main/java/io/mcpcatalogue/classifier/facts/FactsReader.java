package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.text.Clauses;
import io.mcpcatalogue.classifier.text.Headings;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.ToolDefinition;

/** Reads the facts of a tool with the words that the rules know. Immutable. */
public final class FactsReader {
  private final Vocabulary vocabulary;
  private final Headings headings;

  public FactsReader(Vocabulary vocabulary, Headings headings) {
    this.vocabulary = vocabulary;
    this.headings = headings;
  }

  public ToolFacts read(ToolDefinition tool, String server) {
    Words description = Words.ofProse("/description", tool.description(), vocabulary);
    ParameterWalk walk = new ParameterWalk(tool.inputSchema(), vocabulary);
    return new ToolFacts(
        tool,
        server,
        Words.ofName("", server, vocabulary),
        Words.ofName("/name", tool.name(), vocabulary),
        title(tool),
        description,
        Clauses.of(description, headings),
        walk.parameters(),
        walk.isComplete(),
        Hints.of(tool.annotations()));
  }

  private Words title(ToolDefinition tool) {
    return tool.title().isEmpty()
        ? Words.ofProse(
            "/annotations/title", tool.annotations().text("title").orElse(""), vocabulary)
        : Words.ofProse("/title", tool.title(), vocabulary);
  }
}
