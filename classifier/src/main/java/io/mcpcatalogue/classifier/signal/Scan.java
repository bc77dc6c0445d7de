package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.facts.Area;
import io.mcpcatalogue.classifier.facts.Text;
import io.mcpcatalogue.classifier.rule.CharacterKind;
import io.mcpcatalogue.classifier.signal.Trigger.Kind;
import io.mcpcatalogue.classifier.signal.Trigger.Slot;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Signal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The texts of one tool or server, and what the matchers found in them. For one thread. */
class Scan {
  /** So many finds a condition and text are kept: enough to show, and no flood. */
  private static final int MOST_SPANS = 400;

  private static final int MOST_SPANS_A_TEXT = 4;

  private final List<Text> texts;
  private final List<Span>[] words;
  private final List<Span>[] literals;
  private final List<Span>[] characters;
  private List<Signal> given = List.of();

  /** The slots of all kinds in which something was found. */
  private final BitSet found = new BitSet();

  /** A find: from and behind its last character within one of the texts. */
  record Span(Text text, int start, int end) {
    /** Texts are compared by identity: two places may hold the same words. */
    @SuppressWarnings("ReferenceEquality")
    boolean overlaps(Span other) {
      return text == other.text && start < other.end && other.start < end;
    }

    String quote() {
      String quoted = text.value().substring(start, end);
      return text.decoded() ? "[decoded: " + quoted + "]" : quoted;
    }
  }

  Scan(List<Text> texts, TextMatchers matchers) {
    this.texts = texts;
    this.words = slots(matchers.wordSlots());
    this.literals = slots(matchers.literalSlots());
    this.characters = slots(CharacterKind.values().length);
    int longest = 0;
    for (Text text : texts) {
      longest = Math.max(longest, text.value().length());
    }
    char[] read = new char[longest];
    PhraseSearch phrases = new PhraseSearch(matchers.phrases());
    for (Text text : texts) {
      String value = text.value();
      value.getChars(0, value.length(), read, 0);
      matchers.characters().scan(value, read, new LiteralSink(text));
      phrases.search(text.words(), new WordSink(text));
    }
  }

  List<Span> words(int slot) {
    return spans(words, slot);
  }

  List<Span> literals(int slot) {
    return spans(literals, slot);
  }

  List<Span> characters(CharacterKind kind) {
    return spans(characters, kind.ordinal());
  }

  /** The signals that are known already, for rules that build on others. */
  List<Signal> given() {
    return given;
  }

  void give(List<Signal> signals) {
    this.given = signals;
    if (!signals.isEmpty()) {
      markFound(Kind.SIGNALS, 0);
    }
  }

  /** The slots in which something was found, by their index. */
  BitSet found() {
    return found;
  }

  final void markFound(Kind kind, int slot) {
    found.set(Slot.index(kind, slot));
  }

  /** The length of the first text of an area, 0 when there is none. */
  int length(Area area) {
    for (Text text : texts) {
      if (text.area() == area) {
        return text.value().strip().length();
      }
    }
    return 0;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<Span>[] slots(int count) {
    return new List[count];
  }

  private static List<Span> spans(List<Span>[] slots, int slot) {
    return slots[slot] == null ? List.of() : slots[slot];
  }

  /** Texts are compared by identity: two places may hold the same words. */
  @SuppressWarnings("ReferenceEquality")
  private void add(Kind kind, List<Span>[] slots, int slot, Span span) {
    List<Span> spans = slots[slot];
    if (spans == null) {
      spans = new ArrayList<>(4);
      slots[slot] = spans;
      markFound(kind, slot);
    }
    int size = spans.size();
    boolean isFlood =
        size >= MOST_SPANS
            || size >= MOST_SPANS_A_TEXT
                && spans.get(size - MOST_SPANS_A_TEXT).text() == span.text();
    if (!isFlood) {
      spans.add(span);
    }
  }

  private final class WordSink implements PhraseSearch.Sink {
    private final Text text;

    WordSink(Text text) {
      this.text = text;
    }

    @Override
    public void found(int slot, int from, int to) {
      Words found = text.words();
      add(Kind.PHRASES, words, slot, new Span(text, found.start(from), found.end(to - 1)));
    }
  }

  private final class LiteralSink implements CharacterScan.Sink {
    private final Text text;

    LiteralSink(Text text) {
      this.text = text;
    }

    @Override
    public void found(int slot, int start, int end) {
      add(Kind.LITERALS, literals, slot, new Span(text, start, end));
    }

    @SuppressWarnings("ReferenceEquality")
    @Override
    public void characters(CharacterKind kind, int start, int end) {
      if (text.decoded()) {
        // What was spelled out as an escape is seen by everybody.
        return;
      }
      List<Span> spans = spans(characters, kind.ordinal());
      Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last != null && last.text() == text && last.end() == start) {
        spans.set(spans.size() - 1, new Span(text, last.start(), end));
      } else {
        add(Kind.CHARACTERS, characters, kind.ordinal(), new Span(text, start, end));
      }
    }
  }
}
