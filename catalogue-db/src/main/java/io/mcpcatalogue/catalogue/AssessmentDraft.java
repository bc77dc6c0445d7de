package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.Entry.Move;
import io.mcpcatalogue.catalogue.Entry.Phrase;
import io.mcpcatalogue.catalogue.Entry.Reason;
import io.mcpcatalogue.catalogue.Entry.SignalKind;
import io.mcpcatalogue.model.Assessment;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.Severity;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdict on one tool, packed for storage: what many verdicts share becomes an entry, what the
 * tool definition says itself is left out. {@link AssessmentUnpacker} is the way back. Holds
 * nothing of the assessment itself, so that a verdict that waits to be written is small.
 *
 * @param evidence {@code [[reason, at, start, end, quote?]...]}
 * @param signals {@code [[signal, phrase, [[at, start, end, words?]...]]...]}; null without any
 * @param moves {@code [[move, phrase]...]}; null without any
 */
record AssessmentDraft(
    Category category,
    Severity severity,
    double confidence,
    int parameters,
    int required,
    Phrase rationale,
    Draft evidence,
    Draft signals,
    Draft moves) {

  static AssessmentDraft of(Assessment assessment, ToolDefinition tool) {
    Wording wording =
        Wording.of(words(tool.name(), assessment.evidence(), quotes(assessment.signals())));
    Draft evidence = new Draft().open();
    for (Evidence item : assessment.evidence()) {
      evidence.open().add(new Reason(item.rule(), item.category(), item.weight()));
      addQuote(evidence, item.at(), item.start(), item.end(), item.quote(), tool);
      evidence.close();
    }
    return new AssessmentDraft(
        assessment.category(),
        assessment.severity(),
        assessment.confidence(),
        assessment.parameterCount(),
        assessment.requiredCount(),
        new Phrase(wording.phrase(assessment.rationale())),
        evidence.close(),
        assessment.signals().isEmpty() ? null : signals(assessment.signals(), wording, tool),
        assessment.severityMoves().isEmpty() ? null : moves(assessment.severityMoves(), wording));
  }

  /**
   * Signals of a server. Where one quotes the whole name of a tool, the tool's place among the
   * tools is stored; other quotes are stored as they are.
   */
  static Draft serverSignals(List<Signal> signals, String server, List<ToolDefinition> tools) {
    Wording wording = Wording.of(words(server, List.of(), quotes(signals)));
    Draft draft = new Draft().open();
    for (Signal signal : signals) {
      addSignal(draft, signal, wording);
      for (Quote quote : signal.evidence()) {
        int tool = Places.toolNumber(quote.at());
        if (tool >= 0 && tool < tools.size() && Places.toolName(tool, tools).equals(quote)) {
          draft.add(tool);
        } else {
          addPlace(draft.open(), quote.at(), quote.start(), quote.end());
          draft.add(JsonValue.of(quote.words())).close();
        }
      }
      draft.close().close();
    }
    return draft.close();
  }

  /** The words that may be cut out of sentences, in an order that the unpacker can repeat. */
  static List<String> words(String name, List<Evidence> evidence, List<Quote> quotes) {
    List<String> words = new ArrayList<>(1 + 2 * (evidence.size() + quotes.size()));
    words.add(name);
    for (Evidence item : evidence) {
      words.add(item.quote());
      words.add(Places.lastSegment(item.at()));
    }
    for (Quote quote : quotes) {
      words.add(quote.words());
      words.add(Places.lastSegment(quote.at()));
    }
    return words;
  }

  static List<Quote> quotes(List<Signal> signals) {
    List<Quote> quotes = new ArrayList<>();
    for (Signal signal : signals) {
      quotes.addAll(signal.evidence());
    }
    return quotes;
  }

  private static Draft signals(List<Signal> signals, Wording wording, ToolDefinition tool) {
    Draft draft = new Draft().open();
    for (Signal signal : signals) {
      addSignal(draft, signal, wording);
      for (Quote quote : signal.evidence()) {
        addQuote(draft.open(), quote.at(), quote.start(), quote.end(), quote.words(), tool);
        draft.close();
      }
      draft.close().close();
    }
    return draft.close();
  }

  private static Draft moves(List<SeverityMove> moves, Wording wording) {
    Draft draft = new Draft().open();
    for (SeverityMove move : moves) {
      draft
          .open()
          .add(new Move(move.rule(), move.from(), move.to()))
          .add(new Phrase(wording.phrase(move.reason())))
          .close();
    }
    return draft.close();
  }

  private static void addSignal(Draft draft, Signal signal, Wording wording) {
    draft
        .open()
        .add(new SignalKind(signal.id(), signal.severity(), signal.references()))
        .add(new Phrase(wording.phrase(signal.message())))
        .open();
  }

  /**
   * Leaves the quote out when the definition says it at that place, and writes 1 when it is the
   * name of the place.
   */
  private static void addQuote(
      Draft draft, String at, int start, int end, String quote, ToolDefinition tool) {
    addPlace(draft, at, start, end);
    if (Places.says(tool, at, start, end, quote)) {
      return;
    }
    if (quote.equals(Places.lastSegment(at))) {
      draft.add(1);
    } else {
      draft.add(JsonValue.of(quote));
    }
  }

  private static void addPlace(Draft draft, String at, int start, int end) {
    draft.add(Places.shorten(at)).add(start).add(end);
  }
}
