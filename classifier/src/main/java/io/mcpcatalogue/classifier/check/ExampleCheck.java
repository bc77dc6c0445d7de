package io.mcpcatalogue.classifier.check;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.rule.Example;
import io.mcpcatalogue.classifier.rule.Example.Subject;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.ServerAssessment;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tries rules on their examples. Immutable. */
public final class ExampleCheck {
  private final Classifier classifier;

  public ExampleCheck(RuleSet rules) {
    this.classifier = new Classifier(rules);
  }

  /** What an example shows to be wrong. Immutable. */
  public record Failure(String rule, String place, String message) {}

  /** The examples that do not come out as they say; a known miss that is fixed is one of them. */
  public List<Failure> failures(List<Example> examples) {
    List<Failure> failures = new ArrayList<>();
    for (Example example : examples) {
      boolean spoke = speaks(example);
      String message =
          switch (example.kind()) {
            case FIRES -> spoke ? "" : "should speak, and is silent";
            case SILENT -> spoke ? "should be silent, and speaks" : "";
            case TODO_FIRES -> spoke ? "is a known miss no longer: move it to fires" : "";
          };
      if (!message.isEmpty()) {
        failures.add(new Failure(example.rule(), example.place(), message));
      }
    }
    return failures;
  }

  private boolean speaks(Example example) {
    Set<String> spoken = new TreeSet<>();
    if (example.subject() instanceof Subject.OfServer server) {
      ServerAssessment assessment = classifier.assess(server.server());
      addSignals(assessment.signals(), spoken);
      assessment.tools().forEach(tool -> addSignals(tool.signals(), spoken));
    } else {
      Subject.OfTool tool = (Subject.OfTool) example.subject();
      String server = tool.tool().raw().text("server").orElse("");
      Classifier.Explained explained = classifier.explain(tool.tool(), server, example.verdict());
      Assessment assessment = explained.assessment();
      addSignals(assessment.signals(), spoken);
      assessment.evidence().forEach(evidence -> spoken.add(evidence.rule()));
      assessment.severityMoves().forEach(move -> spoken.add(move.rule()));
      explained.capabilities().forEach(capability -> spoken.add("capabilities/" + capability));
    }
    return spoken.contains(example.rule());
  }

  private static void addSignals(List<Signal> signals, Set<String> spoken) {
    signals.forEach(signal -> spoken.add("signals/" + signal.id()));
  }
}
