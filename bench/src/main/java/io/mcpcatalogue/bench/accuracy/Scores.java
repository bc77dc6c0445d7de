package io.mcpcatalogue.bench.accuracy;

import io.mcpcatalogue.classifier.category.Verdict;
import io.mcpcatalogue.model.Category;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts right and wrong verdicts over one labelled set, and prints them. For one thread. */
final class Scores {
  private static final Category[] CATEGORIES = Category.values();
  private static final int BINS = 5;
  private static final int FOLDS = 5;

  private final int[][] confusion = new int[CATEGORIES.length][CATEGORIES.length];
  private final int[] binTotal = new int[BINS];
  private final int[] binRight = new int[BINS];
  private final double[] binConfidence = new double[BINS];
  private final int[] foldTotal = new int[FOLDS];
  private final int[] foldRight = new int[FOLDS];
  private final Map<String, int[]> readByServer = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int tools;
  private int labelled;
  private int right;
  private int unknown;
  private int changing;
  private int changingCalledRead;

  void add(LabelledTool labelled, Verdict verdict) {
    tools++;
    unknown += verdict.category() == Category.UNKNOWN ? 1 : 0;
    if (!labelled.accepted().isEmpty()) {
      addCategory(labelled, verdict);
    }
    labelled.reads().ifPresent(reads -> addReads(labelled, reads, verdict));
  }

  private void addCategory(LabelledTool tool, Verdict verdict) {
    boolean correct = tool.accepted().contains(verdict.category());
    Category truth = correct ? verdict.category() : tool.accepted().get(0);
    int fold = Math.floorMod(tool.server().hashCode(), FOLDS);
    foldTotal[fold]++;
    foldRight[fold] += correct ? 1 : 0;
    labelled++;
    right += correct ? 1 : 0;
    confusion[truth.ordinal()][verdict.category().ordinal()]++;
    int bin = Math.min(BINS - 1, (int) (verdict.confidence() * BINS));
    binTotal[bin]++;
    binRight[bin] += correct ? 1 : 0;
    binConfidence[bin] += verdict.confidence();
    if (truth != Category.READ) {
      changing++;
      changingCalledRead += verdict.category() == Category.READ ? 1 : 0;
    }
    if (!correct) {
      wrong.add(line(tool, tool.accepted().toString(), verdict));
    }
  }

  private void addReads(LabelledTool tool, boolean reads, Verdict verdict) {
    int[] counts = readByServer.computeIfAbsent(tool.server(), server -> new int[2]);
    boolean saidRead = verdict.category() == Category.READ;
    counts[0]++;
    counts[1] += saidRead == reads ? 1 : 0;
    if (saidRead != reads) {
      wrong.add(line(tool, reads ? "[reads]" : "[changes]", verdict));
    }
  }

  private static String line(LabelledTool tool, String truth, Verdict verdict) {
    String description = tool.tool().description().strip().replaceAll("\\s+", " ");
    return String.format(
        Locale.ROOT,
        "%s %s not %s (%.2f) %s | %s | %.110s",
        tool.id(),
        verdict.category(),
        truth,
        verdict.confidence(),
        tool.server(),
        tool.tool().name(),
        description);
  }

  void print(PrintStream out, boolean listWrong) {
    out.printf(
        Locale.ROOT, "tools %d, UNKNOWN %d (%.1f %%)%n", tools, unknown, percent(unknown, tools));
    if (labelled > 0) {
      printCategories(out);
    }
    if (!readByServer.isEmpty()) {
      printReads(out);
    }
    if (listWrong) {
      wrong.forEach(out::println);
    }
  }

  private void printCategories(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "accuracy %.4f (%d of %d), changing tools called READ %d of %d (%.1f %%)%n",
        (double) right / labelled,
        right,
        labelled,
        changingCalledRead,
        changing,
        percent(changingCalledRead, changing));
    out.println("truth \\ verdict  " + String.join(" ", names()));
    double f1Sum = 0;
    int f1Count = 0;
    for (Category truth : CATEGORIES) {
      int total = sum(confusion[truth.ordinal()]);
      if (total == 0) {
        continue;
      }
      StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-16s", truth));
      int called = 0;
      for (Category verdict : CATEGORIES) {
        row.append(
            String.format(Locale.ROOT, " %5d", confusion[truth.ordinal()][verdict.ordinal()]));
        called += confusion[verdict.ordinal()][truth.ordinal()];
      }
      int hit = confusion[truth.ordinal()][truth.ordinal()];
      double precision = called == 0 ? 0 : (double) hit / called;
      double recall = (double) hit / total;
      double f1 = hit == 0 ? 0 : 2 * precision * recall / (precision + recall);
      f1Sum += f1;
      f1Count++;
      out.printf(Locale.ROOT, "%s   P %.3f R %.3f F1 %.3f%n", row, precision, recall, f1);
    }
    out.printf(Locale.ROOT, "macro-F1 %.4f%n", f1Sum / f1Count);
    StringBuilder folds = new StringBuilder("accuracy by fold of servers:");
    for (int fold = 0; fold < FOLDS; fold++) {
      double share = foldTotal[fold] == 0 ? 0 : (double) foldRight[fold] / foldTotal[fold];
      folds.append(String.format(Locale.ROOT, " %.3f", share));
    }
    out.println(folds);
    for (int bin = 0; bin < BINS; bin++) {
      if (binTotal[bin] > 0) {
        out.printf(
            Locale.ROOT,
            "confidence %.1f-%.1f: %4d tools, said %.3f, right %.3f%n",
            (double) bin / BINS,
            (bin + 1.0) / BINS,
            binTotal[bin],
            binConfidence[bin] / binTotal[bin],
            (double) binRight[bin] / binTotal[bin]);
      }
    }
  }

  private void printReads(PrintStream out) {
    double sum = 0;
    int rows = 0;
    int agreed = 0;
    for (int[] counts : readByServer.values()) {
      sum += (double) counts[1] / counts[0];
      rows += counts[0];
      agreed += counts[1];
    }
    out.printf(
        Locale.ROOT,
        "reads or changes: per-server mean %.4f over %d servers; all rows %.4f of %d%n",
        sum / readByServer.size(),
        readByServer.size(),
        (double) agreed / rows,
        rows);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Category category : CATEGORIES) {
      names.add(category.name().substring(0, 4));
    }
    return names;
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
