package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.category.Act.Manner;
import io.mcpcatalogue.classifier.category.Lexicon.Meaning;
import io.mcpcatalogue.classifier.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the acting verb of a name. Names put it first ({@code delete_user}), behind the names of
 * product and object ({@code shop_order_get}) or last ({@code queue-purge}). A word that is always
 * a verb beats one that may be a noun. For one thread.
 */
final class NameActs {
  private final Lexicon lexicon;
  private final Judge judge;

  NameActs(Lexicon lexicon, Judge judge) {
    this.lexicon = lexicon;
    this.judge = judge;
  }

  /** The act of the name and those joined to it by {@code and} or {@code or}. */
  List<Act> find(Words name, Words serverName) {
    int head = head(name, serverName);
    if (head < 0) {
      return List.of();
    }
    List<Act> acts = new ArrayList<>(1);
    add(name, head, acts);
    for (int i = head + 1; i + 1 < name.size(); i++) {
      if (lexicon.has(name.id(i), Role.CONJUNCTION) && isVerb(name, i + 1)) {
        add(name, i + 1, acts);
      }
    }
    return acts;
  }

  private void add(Words name, int index, List<Act> acts) {
    Meaning meaning = lexicon.verb(name.id(index)).orElseThrow();
    Verb verb = Judge.phrasal(meaning.verb(), name, index, name.size());
    Span object = object(name, index);
    Optional<VerbRule> rule = judge.rule(verb, name, object, Span.of(name));
    rule.ifPresent(
        found -> acts.add(new Act(found, name, index, index + 1, Manner.MAIN, meaning.form())));
  }

  /** What follows the verb up to a preposition; where nothing follows, what precedes it. */
  private Span object(Words name, int verb) {
    int end = verb + 1;
    while (end < name.size() && !endsObject(name.id(end))) {
      end++;
    }
    return end > verb + 1 ? new Span(verb + 1, end) : new Span(0, verb);
  }

  private boolean endsObject(int id) {
    return lexicon.has(id, Role.PREPOSITION)
        || lexicon.has(id, Role.CONJUNCTION)
        || lexicon.has(id, Role.GERUND);
  }

  private int head(Words name, Words serverName) {
    int begin = behindPrefix(name, serverName);
    int loose = -1;
    int noun = -1;
    for (int i = begin; i < name.size(); i++) {
      Optional<Meaning> meaning = lexicon.verb(name.id(i));
      if (meaning.isEmpty()) {
        if (lexicon.has(name.id(i), Role.PREPOSITION) && loose >= 0) {
          break;
        }
        continue;
      }
      Form form = meaning.get().form();
      if (form == Form.NOUN || form == Form.PAST) {
        noun = noun < 0 && form == Form.NOUN ? i : noun;
      } else if (!meaning.get().verb().loose() && form != Form.ING) {
        if (loose == begin && (i == begin + 1 || form == Form.THIRD) && !isLast(name, i)) {
          return loose;
        }
        return form == Form.THIRD && loose >= 0 ? loose : i;
      } else if (loose < 0 && !(form == Form.THIRD && i > begin)) {
        loose = i;
      }
    }
    return loose >= 0 ? loose : noun;
  }

  private static boolean isLast(Words name, int index) {
    return index == name.size() - 1;
  }

  private boolean isVerb(Words name, int index) {
    return lexicon.verb(name.id(index)).map(Meaning::form).filter(f -> f == Form.BASE).isPresent();
  }

  /** Skips words of the server's name, as long as a verb remains behind them. */
  private int behindPrefix(Words name, Words serverName) {
    int begin = 0;
    while (begin < name.size() - 1
        && lexicon.isVerb(name.id(begin))
        && contains(serverName, name.id(begin))
        && hasVerb(name, begin + 1)) {
      begin++;
    }
    return begin;
  }

  private boolean hasVerb(Words name, int from) {
    for (int i = from; i < name.size(); i++) {
      if (lexicon.verb(name.id(i)).filter(meaning -> !meaning.verb().loose()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(Words words, int id) {
    for (int i = 0; i < words.size(); i++) {
      if (words.id(i) == id) {
        return true;
      }
    }
    return false;
  }
}
