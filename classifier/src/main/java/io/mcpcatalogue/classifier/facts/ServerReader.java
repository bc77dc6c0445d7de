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

/** Reads the facts of one server's tools, and what it says beside them. For one thread. */
public final class ServerReader {
  private final Headings headings;
  private final TextSplitter splitter;
  private final Words serverName;

  ServerReader(String server, Vocabulary vocabulary, Headings headings) {
    this.headings = headings;
    this.splitter = new TextSplitter(vocabulary);
    this.serverName = splitter.name("", server);
  }

  public ToolFacts read(ToolDefinition tool) {
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
        title(tool),
        description,
        Clauses.of(description, headings),
        walk.parameters(),
        walk.cutShort() + texts.cutShort(),
        Hints.of(tool.annotations()),
        texts.texts());
  }

  /** What a model reads of the server beside its tools. */
  public List<Text> texts(ServerManifest manifest) {
    List<Text> texts = new ArrayList<>();
    add(manifest.instructions(), Area.INSTRUCTIONS, "instructions", texts);
    add(manifest.description(), Area.DESCRIPTION, "description", texts);
    int index = 0;
    for (OfferedItem item : manifest.offered()) {
      Pointer at = Pointer.ROOT.to("offered", Integer.toString(index++));
      texts.addAll(TextWalk.below(item.raw(), Area.OTHER, at, splitter));
    }
    return texts;
  }

  private void add(String text, Area area, String member, List<Text> texts) {
    if (!text.isEmpty()) {
      texts.addAll(TextWalk.of(text, area, Pointer.ROOT.to(member), splitter));
    }
  }

  private Words title(ToolDefinition tool) {
    return tool.title().isEmpty()
        ? splitter.prose("/annotations/title", tool.annotations().text("title").orElse(""))
        : splitter.prose("/title", tool.title());
  }
}
