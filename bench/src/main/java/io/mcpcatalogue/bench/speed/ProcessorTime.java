package io.mcpcatalogue.bench.speed;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.json.MalformedJsonException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Tools a second of processor time, for machines that do other work at the same time, which the
 * clock would count.
 *
 * <p>Usage: {@code ProcessorTime [FOLDER [ROUNDS]]}.
 */
public final class ProcessorTime {
  private ProcessorTime() {}

  public static void main(String[] arguments) throws IOException, MalformedJsonException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/corpus");
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    RealTools real = RealTools.below(folder);
    if (real.tools().isEmpty()) {
      System.out.println("nothing to measure: no tool definitions below " + folder);
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "%d tools, %d characters on average%n",
        real.tools().size(),
        real.meanLength());
    Classifier classifier = new Classifier(RuleSets.builtIn());
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long evidence = 0;
    for (int round = 1; round <= rounds; round++) {
      long clock = System.nanoTime();
      long processor = threads.getCurrentThreadCpuTime();
      for (RealTools.Served served : real.tools()) {
        evidence += classifier.assess(served.tool(), served.server()).evidence().size();
      }
      processor = threads.getCurrentThreadCpuTime() - processor;
      clock = System.nanoTime() - clock;
      if (round % 10 == 0 || round == rounds) {
        System.out.printf(
            Locale.ROOT,
            "round %d: %,.0f tools a second of processor time, %,.0f by the clock%n",
            round,
            real.tools().size() * 1e9 / processor,
            real.tools().size() * 1e9 / clock);
      }
    }
    System.out.println(evidence / rounds + " pieces of evidence a round");
  }
}
