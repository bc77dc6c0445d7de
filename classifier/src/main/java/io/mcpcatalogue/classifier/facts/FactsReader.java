package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.text.Headings;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.model.ToolDefinition;

/** Reads the facts of tools with the words that the rules know. Immutable. */
public final class FactsReader {
  private final Vocabulary vocabulary;
  private final Headings headings;

  public FactsReader(Vocabulary vocabulary, Headings headings) {
    this.vocabulary = vocabulary;
    this.headings = headings;
  }

  /** Reads one tool of a server, whose name may be empty. */
  public ToolFacts read(ToolDefinition tool, String server) {
    return ofServer(server).read(tool);
  }

  /** Reads all that a server of this name says. */
  public ServerReader ofServer(String server) {
    return new ServerReader(server, vocabulary, headings);
  }
}
