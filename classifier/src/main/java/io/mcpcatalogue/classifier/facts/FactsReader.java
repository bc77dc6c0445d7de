package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.text.Clauses;
import io.mcpcatalogue.classifier.text.Headings;
import io.mcpcatalogue.classifier.text.TextSplitter;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.List;

/** Reads the facts of a tool with the words that the rules know. Immutable. */
public final class FactsReader {
  private final Vocabulary vocabulary;
  private final Headings headings;

  public FactsReader(Vocabulary vocabulary, Headings headings) {
    this.vocabulary = vocabulary;
    this.headings = headings;
  }

  /** The words of a server's name, for all of its tools. */
  public Words serverName(String server) {
    return Words.ofName("", server, vocabulary);
  }

  public ToolFacts read(ToolDefinition tool, String server) {
    TextSplitter splitter = new TextSplitter(vocabulary);
    return read(tool, splitter.name("", server), splitter);
  }

  public ToolFacts read(ToolDefinition tool, Words serverName) {
    return read(tool, serverName, new TextSplitter(vocabulary));
  }

  private ToolFacts read(ToolDefinition tool, Words serverName, TextSplitter splitter) {
    Words description = splitter.prose("/description", tool.description());
    Words name = splitter.name("/name", tool.name());
    ParameterWalk walk = new ParameterWalk(tool.inputSchema(), splitter);
    TextWalk texts = TextWalk.of(tool, description, splitter);
    texts.addName(name, Pointer.ROOT.to("name"));
    for (Parameter parameter : walk.parameters()) {
      texts.addName(parameter.name(), parameter.place());
    }
    return new ToolFacts(
        tool,
        serverName,
        name,
        title(tool, splitter),
        description,
        Clauses.of(description, headings),
        walk.parameters(),
        walk.cutShort() + texts.cutShort(),
        Hints.of(tool.annotations()),
        texts.texts());
  }

  /** What a model reads of a server beside its tools. */
  public List<Text> texts(ServerManifest manifest) {
    TextSplitter splitter = new TextSplitter(vocabulary);
    List<Text> texts = new ArrayList<>();
    add(manifest.instructions(), Area.INSTRUCTIONS, "instructions", splitter, texts);
    add(manifest.description(), Area.DESCRIPTION, "description", splitter, texts);
    int index = 0;
    for (OfferedItem item : manifest.offered()) {
      Pointer at = Pointer.ROOT.to("offered", Integer.toString(index++));
      texts.addAll(TextWalk.below(item.raw(), Area.OTHER, at, splitter));
    }
    return texts;
  }

  private static void add(
      String text, Area area, String member, TextSplitter splitter, List<Text> texts) {
    if (!text.isEmpty()) {
      texts.addAll(TextWalk.of(text, area, Pointer.ROOT.to(member), splitter));
    }
  }

  private static Words title(ToolDefinition tool, TextSplitter splitter) {
    return tool.title().isEmpty()
        ? splitter.prose("/annotations/title", tool.annotations().text("title").orElse(""))
        : splitter.prose("/title", tool.title());
  }
}
