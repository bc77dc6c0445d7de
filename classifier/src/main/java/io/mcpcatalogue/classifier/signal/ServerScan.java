package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Text;
import io.mcpcatalogue.classifier.signal.Trigger.Kind;
import io.mcpcatalogue.model.ServerManifest;
import java.util.List;

/** One server with the verdicts on its tools. For one thread. */
final class ServerScan extends Scan {
  private final ServerManifest manifest;
  private final List<ToolVerdict> tools;

  ServerScan(
      ServerManifest manifest,
      List<ToolVerdict> tools,
      List<Text> texts,
      Matchers matchers,
      Waking waking) {
    super(texts, matchers, waking);
    this.manifest = manifest;
    this.tools = tools;
    markBounds(matchers.bounds());
    if (!manifest.facts().isEmpty()) {
      markFound(Kind.SERVER, Trigger.STATED);
    }
    if (!tools.isEmpty()) {
      markFound(Kind.SERVER, Trigger.TOOLS);
    }
  }

  ServerManifest manifest() {
    return manifest;
  }

  /** The verdicts in the order of the server's tools. */
  List<ToolVerdict> tools() {
    return tools;
  }
}
