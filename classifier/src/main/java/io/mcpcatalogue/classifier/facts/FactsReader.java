package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.text.Clauses;
import io.mcpcatalogue.classifier.text.Headings;
import io.mcpcatalogue.classifier.text.TextSplitter;
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
    TextSplitter splitter = new TextSplitter(vocabulary);
    Words description = splitter.prose("/description", tool.description());
    ParameterWalk walk = new ParameterWalk(tool.inputSchema(), splitter);
    return new ToolFacts(
        tool,
        server,
        splitter.name("", server),
        splitter.name("/name", tool.name()),
        title(tool, splitter),
        description,
        Clauses.of(description, headings),
        walk.parameters(),
        walk.cutShort(),
        Hints.of(tool.annotations()));
  }

  private static Words title(ToolDefinition tool, TextSplitter splitter) {
    return tool.title().isEmpty()
        ? splitter.prose("/annotations/title", tool.annotations().text("title").orElse(""))
        : splitter.prose("/title", tool.title());
  }
}
