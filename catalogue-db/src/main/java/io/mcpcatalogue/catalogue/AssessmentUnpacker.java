package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.catalogue.Entry.Move;
import io.mcpcatalogue.catalogue.Entry.Reason;
import io.mcpcatalogue.catalogue.Entry.SignalKind;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonNumber;
import io.mcpcatalogue.model.Quote;
import io.mcpcatalogue.model.SeverityMove;
import io.mcpcatalogue.model.Signal;
import io.mcpcatalogue.model.ToolDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads back what {@link AssessmentDraft} packed. For one thread. */
final class AssessmentUnpacker {
  private final DictionaryReader dictionary;
  private final Function<String, JsonValue> parser;

  AssessmentUnpacker(DictionaryReader dictionary, Function<String, JsonValue> parser) {
    this.dictionary = dictionary;
    this.parser = parser;
  }

  /** A signal whose message still lacks its words. */
  private record Unworded(SignalKind kind, String phrase, List<Quote> evidence) {}

  /** The parts of an assessment that are stored packed. Immutable. */
  record Unpacked(
      String rationale, List<Evidence> evidence, List<Signal> signals, List<SeverityMove> moves) {}

  Unpacked unpack(ToolDefinition tool, int rationale, String evidence, String signals, String moves)
      throws SQLException {
    List<Evidence> items = new ArrayList<>();
    for (JsonValue value : array(evidence)) {
      List<JsonValue> item = value.asArray().values();
      Reason reason = dictionary.reason(number(item.get(0)));
      Quote quote = quote(item.subList(1, item.size()), Optional.of(tool));
      items.add(
          new Evidence(
              reason.rule(),
              reason.category(),
              reason.weight(),
              quote.at(),
              quote.start(),
              quote.end(),
              quote.words()));
    }
    List<Unworded> unworded = unworded(signals, Optional.of(tool), List.of());
    Wording wording =
        Wording.of(
            AssessmentDraft.words(
                tool.name(),
                items,
                unworded.stream().flatMap(signal -> signal.evidence().stream()).toList()));
    return new Unpacked(
        wording.sentence(dictionary.phrase(rationale)),
        items,
        worded(unworded, wording),
        moves(moves, wording));
  }

  List<Signal> serverSignals(String server, List<ToolDefinition> tools, String signals)
      throws SQLException {
    List<Unworded> unworded = unworded(signals, Optional.empty(), tools);
    List<Quote> quotes = unworded.stream().flatMap(signal -> signal.evidence().stream()).toList();
    return worded(unworded, Wording.of(AssessmentDraft.words(server, List.of(), quotes)));
  }

  private List<Unworded> unworded(
      String signals, Optional<ToolDefinition> tool, List<ToolDefinition> tools)
      throws SQLException {
    List<Unworded> unworded = new ArrayList<>();
    for (JsonValue value : array(signals)) {
      List<JsonValue> item = value.asArray().values();
      List<Quote> quotes = new ArrayList<>();
      for (JsonValue quote : item.get(2).asArray().values()) {
        quotes.add(
            quote instanceof JsonNumber
                ? Places.toolName(number(quote), tools)
                : quote(quote.asArray().values(), tool));
      }
      unworded.add(
          new Unworded(
              dictionary.signal(number(item.get(0))),
              dictionary.phrase(number(item.get(1))),
              quotes));
    }
    return unworded;
  }

  private List<Signal> worded(List<Unworded> unworded, Wording wording) {
    return unworded.stream()
        .map(
            signal ->
                new Signal(
                    signal.kind().rule(),
                    wording.sentence(signal.phrase()),
                    signal.kind().severity(),
                    signal.evidence(),
                    signal.kind().references()))
        .toList();
  }

  private List<SeverityMove> moves(String moves, Wording wording) throws SQLException {
    List<SeverityMove> unpacked = new ArrayList<>();
    for (JsonValue value : array(moves)) {
      List<JsonValue> item = value.asArray().values();
      Move move = dictionary.move(number(item.get(0)));
      String reason = wording.sentence(dictionary.phrase(number(item.get(1))));
      unpacked.add(new SeverityMove(move.rule(), move.from(), move.to(), reason));
    }
    return unpacked;
  }

  private static Quote quote(List<JsonValue> item, Optional<ToolDefinition> tool) {
    String at = Places.expand(item.get(0));
    int start = number(item.get(1));
    int end = number(item.get(2));
    if (item.size() == 3) {
      String words =
          tool.flatMap(definition -> Places.quoted(definition, at, start, end)).orElse("");
      return new Quote(at, start, end, words);
    }
    String words = item.get(3).text().orElseGet(() -> Places.lastSegment(at));
    return new Quote(at, start, end, words);
  }

  private List<JsonValue> array(String json) {
    return json == null ? List.of() : parser.apply(json).asArray().values();
  }

  private static int number(JsonValue value) {
    return Integer.parseInt(((JsonNumber) value).spelling());
  }
}
