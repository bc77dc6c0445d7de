package io.mcpcatalogue.bench.speed;

import io.mcpcatalogue.classifier.Classifier;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.Assessment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Tools a second on one thread: the whole verdict, over real definitions in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
public class ClassifierBenchmark {

  /** Where the definitions lie, seen from the folder that the benchmark is started in. */
  @Param("../shared/corpus")
  public String corpus;

  private Classifier classifier;
  private RealTools real;
  private int next;

  @Setup
  public void load() throws IOException, MalformedJsonException {
    classifier = new Classifier(RuleSets.builtIn());
    real = RealTools.below(Path.of(corpus));
    if (real.tools().isEmpty()) {
      throw new IllegalStateException("no tool definitions below " + corpus);
    }
    System.out.printf(
        Locale.ROOT,
        "%d tools, %d characters on average%n",
        real.tools().size(),
        real.meanLength());
  }

  @Benchmark
  public Assessment assess() {
    RealTools.Served served = real.tools().get(next);
    next = next + 1 == real.tools().size() ? 0 : next + 1;
    return classifier.assess(served.tool(), served.server());
  }
}
