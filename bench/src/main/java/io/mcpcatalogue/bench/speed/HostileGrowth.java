package io.mcpcatalogue.bench.speed;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.ToolDefinition;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Judges hostile tools of growing size, in bytes as they are sent, and prints the processor time of
 * each in milliseconds, and how much more a byte of the largest costs than one of the smallest:
 * about 1 where time grows in a straight line.
 *
 * <p>Usage: {@code HostileGrowth [KIND]}; the kind is a part of its name.
 */
public final class HostileGrowth {
  private static final int[] SIZES = {1 << 16, 1 << 18, 1 << 20, 1 << 22};
  private static final int WARM_UP = 12;
  private static final int RUNS = 5;

  private HostileGrowth() {}

  public static void main(String[] arguments) {
    String wanted = arguments.length > 0 ? arguments[0] : "";
    Classifier classifier = new Classifier(RuleSets.builtIn());
    Map<String, IntFunction<ToolDefinition>> kinds = HostileTools.kinds();
    for (int i = 0; i < WARM_UP; i++) {
      kinds.values().forEach(kind -> milliseconds(classifier, kind.apply(SIZES[0])));
    }
    System.out.printf(
        Locale.ROOT,
        "%-20s %9s %9s %9s %9s   %s%n",
        "",
        "64 KB",
        "256 KB",
        "1 MB",
        "4 MB",
        "4 MB / 64 KB / 64");
    kinds.forEach(
        (name, kind) -> {
          if (name.contains(wanted)) {
            print(name, kind, classifier);
          }
        });
  }

  private static void print(String name, IntFunction<ToolDefinition> kind, Classifier classifier) {
    double[] times = new double[SIZES.length];
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
    for (int i = 0; i < SIZES.length; i++) {
      ToolDefinition tool = kind.apply(SIZES[i]);
      times[i] = Double.MAX_VALUE;
      for (int run = 0; run < RUNS; run++) {
        times[i] = Math.min(times[i], milliseconds(classifier, tool));
      }
      line.append(String.format(Locale.ROOT, " %9.2f", times[i]));
    }
    int last = SIZES.length - 1;
    double growth = times[last] * SIZES[0] / (times[0] * SIZES[last]);
    System.out.println(line.append(String.format(Locale.ROOT, "   %.2f", growth)));
  }

  private static double milliseconds(Classifier classifier, ToolDefinition tool) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Assessment verdict = classifier.assess(tool, "server");
    long end = threads.getCurrentThreadCpuTime();
    if (verdict.tool().isEmpty()) {
      throw new IllegalStateException("a verdict on no tool");
    }
    return (end - start) / 1e6;
  }
}
