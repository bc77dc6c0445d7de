package io.mcpcatalogue.export;

import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Every rule that spoke about one tool, for and against, and those that came close, for people. */
public final class ExplanationPage {
  private static final int LONGEST_QUOTE = 120;
  private static final String INDENT = "           ";

  private final Explanation explanation;
  private final int columns;
  private final Appendable out;

  private ExplanationPage(Explanation explanation, int columns, Appendable out) {
    this.explanation = explanation;
    this.columns = columns;
    this.out = out;
  }

  /**
   * Writes the page.
   *
   * @param columns how wide a line may be
   */
  public static void write(Explanation explanation, int columns, Appendable out)
      throws IOException {
    new ExplanationPage(explanation, columns, out).write();
  }

  private void write() throws IOException {
    head();
    evidence("For " + verdict().category(), this::isFor);
    evidence("Against it", each -> !isFor(each));
    sums();
    severity();
    signals();
    nearMisses();
    line("");
  }

  private void head() throws IOException {
    String server = explanation.server();
    line(verdict().tool() + (server.isEmpty() ? "" : "  —  " + server));
    line("");
    line(
        verdict().category()
            + ", "
            + verdict().severity()
            + ", confidence "
            + Math.round(verdict().confidence() * 100)
            + " %");
    line(verdict().rationale());
    line("Rules " + verdict().rulesDigest());
    if (explanation.stored().isPresent()) {
      stored(explanation.stored().get());
    }
  }

  private void stored(Assessment stored) throws IOException {
    if (!stored.rulesDigest().equals(verdict().rulesDigest())) {
      line(
          "The catalogue holds the verdict of other rules, "
              + stored.rulesDigest()
              + ": "
              + stored.category()
              + ", "
              + stored.severity()
              + ".");
    }
  }

  private boolean isFor(Evidence evidence) {
    return evidence.category() == verdict().category() && evidence.weight() > 0;
  }

  private void evidence(String title, Predicate<Evidence> shown) throws IOException {
    List<Evidence> evidence = verdict().evidence().stream().filter(shown).toList();
    if (evidence.isEmpty()) {
      return;
    }
    line("");
    line(title);
    for (Evidence each : evidence) {
      line(
          String.format(
              Locale.ROOT,
              "  %+6.2f %-11s %s  %s  [%s]",
              each.weight(),
              each.category(),
              each.at(),
              quoted(each.quote()),
              each.rule()));
    }
  }

  private void sums() throws IOException {
    line("");
    line("Sums");
    Map<Category, Double> sums = explanation.sums();
    if (sums.isEmpty()) {
      line("  nothing speaks for any category");
      return;
    }
    List<Map.Entry<Category, Double>> largestFirst =
        sums.entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry<Category, Double>::getValue).reversed())
            .toList();
    for (Map.Entry<Category, Double> sum : largestFirst) {
      line(String.format(Locale.ROOT, "  %+6.2f %s", sum.getValue(), sum.getKey()));
    }
    line(
        String.format(
            Locale.ROOT, "  %+6.2f margin of %s", explanation.margin(), verdict().category()));
  }

  private void severity() throws IOException {
    line("");
    line("Severity");
    line("  " + verdict().riskClass() + ": the risk class of " + verdict().category());
    for (SeverityMove move : verdict().severityMoves()) {
      line("  " + move.from() + " to " + move.to() + ": " + move.reason());
      line(INDENT + "[" + move.rule() + "]");
    }
    if (!explanation.capabilities().isEmpty()) {
      line("  In a chain of calls it serves: " + String.join(", ", explanation.capabilities()));
    }
  }

  private void signals() throws IOException {
    if (verdict().signals().isEmpty()) {
      return;
    }
    line("");
    line("Signals");
    for (Signal signal : verdict().signals()) {
      line("  " + SafeText.cell(signal.severity().name(), 8) + " " + signal.message());
      line(INDENT + "[" + signal.id() + "]");
      quotes("", signal.evidence());
      Explanation.Rule rule = explanation.signalRules().get(signal.id());
      if (rule != null) {
        remark("Why: ", rule.why());
        remark("What to do: ", rule.advice());
      }
      remark("See: ", String.join("; ", signal.references()));
    }
  }

  private void nearMisses() throws IOException {
    if (explanation.nearMisses().isEmpty()) {
      return;
    }
    line("");
    line("Came close, and stayed silent");
    for (Explanation.NearMiss miss : explanation.nearMisses()) {
      Explanation.Rule rule = explanation.signalRules().get(miss.rule());
      line("  [" + miss.rule() + "]" + (rule == null ? "" : " " + rule.summary()));
      quotes("found ", miss.match());
      quotes("but for ", miss.exception());
    }
  }

  private void quotes(String title, List<Quote> quotes) throws IOException {
    for (Quote quote : quotes) {
      line(INDENT + title + quote.at() + "  " + quoted(quote.words()));
    }
  }

  private void remark(String title, String text) throws IOException {
    if (!text.isBlank()) {
      line(INDENT + title + text.strip().replaceAll("\\s+", " "));
    }
  }

  private static String quoted(String words) {
    return "\"" + SafeText.cut(words, LONGEST_QUOTE) + "\"";
  }

  private void line(String text) throws IOException {
    for (String line : Wrapped.indented(text, columns)) {
      out.append(line).append('\n');
    }
  }

  private Assessment verdict() {
    return explanation.assessment();
  }
}
