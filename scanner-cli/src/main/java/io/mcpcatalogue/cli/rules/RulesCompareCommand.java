package io.mcpcatalogue.cli.rules;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.check.VerdictChange;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.json.BoundedLines;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** {@code rules compare}: what another rule set makes of the same tools. */
final class RulesCompareCommand implements Command {
  private final Console console;
  private final Option<Path> before =
      Option.path(
              "--before",
              "DIR",
              "A pack laid over the built-in rules, for the first rule set. Repeatable.")
          .repeatable();
  private final Option<Path> after =
      Option.path(
              "--after",
              "DIR",
              "A pack laid over the built-in rules, for the second rule set. Repeatable.")
          .or("--rules")
          .repeatable();
  private final Parameter<Path> files =
      Parameter.paths("FILE", 1, Parameter.ANY, "JSON lines, .gz or plain.");
  private final JsonReader reader = JsonReader.withDefaultLimits();
  private int tools;
  private int changed;
  private int unreadable;

  RulesCompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Runs two rule sets over tools and prints each tool whose verdict changes.",
            "The tools stand one a line, as for classify, or with their servers, as for batch.")
        .with(before, after, files);
  }

  @Override
  public Integer call() {
    Classifier first = new Classifier(RuleOptions.ruleSet(before.values()));
    Classifier second = new Classifier(RuleOptions.ruleSet(after.values()));
    for (Path file : files.values()) {
      try (InputStream in = open(file)) {
        compare(in, first, second);
      } catch (IOException e) {
        throw new UsageException(InputFile.describe(file, e));
      }
    }
    console
        .out()
        .print(Counted.of(tools, "tool") + ", " + Counted.of(changed, "verdict") + " changed\n");
    if (unreadable > 0) {
      console.err().print(Counted.of(unreadable, "line") + " could not be read\n");
    }
    return (unreadable > 0 ? ExitCode.GAPS : ExitCode.DONE).number();
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = InputFile.open(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private void compare(InputStream in, Classifier first, Classifier second) throws IOException {
    BoundedLines lines = new BoundedLines(in, (int) JsonLimits.DEFAULT.maxDocumentLength());
    for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().isBlank()) {
        continue;
      }
      JsonObject object = parse(line.get());
      if (object.isEmpty()) {
        unreadable++;
      } else if (object.get("tools").isPresent()) {
        String server = object.text("server").or(() -> object.text("name")).orElse("");
        object.items("tools").forEach(tool -> compare(tool.asObject(), server, first, second));
      } else {
        compare(object, object.text("server").orElse(""), first, second);
      }
    }
  }

  private JsonObject parse(BoundedLines.Line line) {
    try {
      return line.tooLong() ? JsonObject.EMPTY : reader.parse(line.bytes()).asObject();
    } catch (MalformedJsonException e) {
      return JsonObject.EMPTY;
    }
  }

  private void compare(JsonObject object, String server, Classifier first, Classifier second) {
    if (object.text("name").orElse("").isEmpty()) {
      unreadable++;
      return;
    }
    tools++;
    ToolDefinition tool = ToolDefinition.of(object, "line");
    VerdictChange change =
        VerdictChange.between(first.assess(tool, server), second.assess(tool, server));
    if (!change.isEmpty()) {
      changed++;
      console
          .out()
          .print(
              JsonValue.of(server + " " + tool.name())
                  + ": "
                  + String.join(", ", change.differences())
                  + "\n");
    }
  }
}
