package io.mcpcatalogue.classifier.check;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What another rule set makes of the same tool. Immutable.
 *
 * @param differences one a line, such as {@code category READ -> WRITE}; empty when nothing changed
 */
public record VerdictChange(List<String> differences) {

  public VerdictChange {
    differences = List.copyOf(differences);
  }

  public static VerdictChange between(Assessment before, Assessment after) {
    List<String> differences = new ArrayList<>();
    if (before.category() != after.category()) {
      differences.add("category " + before.category() + " -> " + after.category());
    }
    if (before.severity() != after.severity()) {
      differences.add("severity " + before.severity() + " -> " + after.severity());
    }
    Set<String> old = ids(before);
    Set<String> now = ids(after);
    now.stream().filter(id -> !old.contains(id)).forEach(id -> differences.add("+ " + id));
    old.stream().filter(id -> !now.contains(id)).forEach(id -> differences.add("- " + id));
    return new VerdictChange(differences);
  }

  public boolean isEmpty() {
    return differences.isEmpty();
  }

  private static Set<String> ids(Assessment assessment) {
    Set<String> ids = new TreeSet<>();
    for (Signal signal : assessment.signals()) {
      ids.add(signal.id() + " " + signal.severity());
    }
    return ids;
  }
}
