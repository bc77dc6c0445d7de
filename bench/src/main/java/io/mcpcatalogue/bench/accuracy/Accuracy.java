package io.mcpcatalogue.bench.accuracy;

import io.mcpcatalogue.classifier.category.CategoryEngine;
import io.mcpcatalogue.classifier.category.Verdict;
import io.mcpcatalogue.classifier.facts.FactsReader;
import io.mcpcatalogue.classifier.load.RuleLoadException;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the category engine over labelled sets and prints accuracy, F1, confusion, calibration.
 *
 * <p>Usage: {@code Accuracy [--hide-hints] [--wrong] [--rules DIR]... FILE.jsonl...}. A line is a
 * tool with {@code gold.accept} (categories that careful readers accept), {@code category} (a label
 * of weaker worth) or {@code readOnlyHint} (what the vendor says).
 */
public final class Accuracy {
  private Accuracy() {}

  public static void main(String[] arguments)
      throws IOException, RuleLoadException, MalformedJsonException {
    boolean hideHints = false;
    boolean listWrong = false;
    List<Path> packs = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--hide-hints" -> hideHints = true;
        case "--wrong" -> listWrong = true;
        case "--rules" -> packs.add(Path.of(arguments[++i]));
        default -> files.add(Path.of(arguments[i]));
      }
    }
    RuleSet rules = RuleSets.load(packs);
    FactsReader reader = new FactsReader(rules.vocabulary(), rules.headings());
    CategoryEngine engine = new CategoryEngine(rules.categories());
    for (Path file : files) {
      Scores scores = new Scores();
      for (LabelledTool labelled : read(file, hideHints)) {
        Verdict verdict = engine.decide(reader.read(labelled.tool(), labelled.server()));
        scores.add(labelled, verdict);
      }
      System.out.println("== " + file.getFileName() + (hideHints ? " (hints hidden)" : ""));
      scores.print(System.out, listWrong);
    }
  }

  private static List<LabelledTool> read(Path file, boolean hideHints)
      throws IOException, MalformedJsonException {
    JsonReader json = JsonReader.withDefaultLimits();
    List<LabelledTool> tools = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Optional<LabelledTool> tool = LabelledTool.of(json.parse(line).asObject(), hideHints);
      tool.ifPresent(tools::add);
    }
    return tools;
  }
}
