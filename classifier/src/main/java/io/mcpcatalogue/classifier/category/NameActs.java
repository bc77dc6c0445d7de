package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.category.Act.Manner;
import io.mcpcatalogue.classifier.category.Lexicon.Meaning;
import io.mcpcatalogue.classifier.text.Vocabulary;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the acting verb of a name. Names put it first ({@code delete_user}), behind the names of
 * product and object ({@code shop_order_get}) or last ({@code queue-purge}). A word that is always
 * a verb beats one that may be a noun. For one thread.
 */
final class NameActs {
  private static final int RANKS = 4;

  /** What stands behind so many words of a name acts no more. */
  private static final int MOST_WORDS = 100;

  /** {@code v12}. */
  private static final int LONGEST_VERSION = 3;

  /** How a request over HTTP begins. */
  private static final Set<String> REQUESTS =
      Set.of("get", "post", "put", "patch", "delete", "head");

  private final Lexicon lexicon;
  private final RuleFinder finder;

  NameActs(Lexicon lexicon, RuleFinder finder) {
    this.lexicon = lexicon;
    this.finder = finder;
  }

  /**
   * The act of the name and those joined to it by {@code and} or {@code or}.
   *
   * @param told the acts that the description opens with
   */
  List<Act> find(Words name, Words serverName, List<Act> told) {
    Act head = head(name, serverName, told);
    if (head == null) {
      return List.of();
    }
    List<Act> acts = new ArrayList<>(1);
    acts.add(head);
    for (int i = head.from() + 1; i + 1 < size(name); i++) {
      int roles = lexicon.roles(name.id(i));
      if (Role.PREPOSITION.isIn(roles)) {
        break;
      }
      boolean beside = i == head.from() + 1;
      if (Role.CONJUNCTION.isIn(roles) && isJoinedAct(name, i + 1, beside)) {
        addIfAny(act(name, i + 1, lexicon.verb(name.id(i + 1)), told), acts);
      }
    }
    return acts;
  }

  /**
   * {@code find_user_and_delete}; what may be a noun is one beside a thing: {@code
   * by_name_and_index}.
   */
  private boolean isJoinedAct(Words name, int index, boolean besideVerb) {
    Meaning joined = lexicon.verb(name.id(index));
    return joined != null
        && joined.form() == Form.BASE
        && (besideVerb || !joined.loose() || index + 1 < size(name));
  }

  /** The act of the name, or null. */
  Act head(Words name, Words serverName, List<Act> told) {
    int begin = behindPrefix(name, serverName);
    Act head = null;
    for (int rank = told.isEmpty() ? 1 : 0; head == null && rank < RANKS; rank++) {
      head = firstOfRank(rank, name, begin, told);
    }
    return head;
  }

  /** All acts of a text that lists the names of actions; only words that are always verbs count. */
  List<Act> all(Words text) {
    List<Act> acts = new ArrayList<>(0);
    for (int i = 0; i < text.size(); i++) {
      Meaning meaning = lexicon.verb(text.id(i));
      if (meaning != null && rank(meaning, true, List.of(), false) == 1) {
        addIfAny(act(text, i, meaning, List.of()), acts);
      }
    }
    return acts;
  }

  private static void addIfAny(Act act, List<Act> acts) {
    if (act != null) {
      acts.add(act);
    }
  }

  /** The first word of the rank that a rule makes an act of, or null. */
  private Act firstOfRank(int rank, Words name, int begin, List<Act> told) {
    for (int i = begin; i < size(name); i++) {
      Meaning meaning = lexicon.verb(name.id(i));
      boolean thing = meaning != null && isThing(meaning, name, i);
      if (meaning != null && rank(meaning, i > begin, told, thing) == rank) {
        boolean unheard =
            isThingTold(name.id(i), told) || rank == 0 && isEndOfOrder(name, begin, i);
        Act act = unheard ? null : act(name, i, meaning, told);
        if (act != null && !(rank > 0 && isPartOfChange(act))) {
          return act;
        }
      }
    }
    return null;
  }

  /**
   * How likely the word is what acts. Most likely is the verb that the description opens with, then
   * a word that is always a verb, then one that may be a noun.
   */
  private static int rank(Meaning meaning, boolean inside, List<Act> told, boolean thing) {
    Form form = meaning.form();
    if (isTold(meaning.verb(), told)) {
      return 0;
    }
    if (form == Form.PAST
        || form == Form.THIRD && (inside || isThings(meaning))
        || meaning.loose() && thing) {
      return RANKS;
    }
    if (!meaning.loose() && !thing && (form == Form.BASE || form.isForeign())) {
      return 1;
    }
    return form == Form.BASE ? 2 : 3;
  }

  /** {@code blocks}, {@code trades_of_wallet}: of what may be a noun, the form in -s is one. */
  private static boolean isThings(Meaning meaning) {
    return meaning.loose() && !meaning.verb().reads();
  }

  /** {@code run_history}, {@code list_by_type}, {@code mark_as_read}: here the word acts hardly. */
  private boolean isThing(Meaning meaning, Words name, int index) {
    return index > 0 && lexicon.has(name.id(index - 1), Role.PREPOSITION)
        || meaning.loose() && index + 2 == size(name) && endsAsThing(name);
  }

  /** {@code lock_info}: names end so that are called after what they tell. */
  private boolean endsAsThing(Words name) {
    return lexicon.has(name.lastId(), Role.COMPOUND);
  }

  /** {@code addRowGroup: Group rows}: what may be a noun ends an order that another verb opens. */
  private boolean isEndOfOrder(Words name, int begin, int index) {
    Meaning opening = lexicon.verb(name.id(begin));
    return index > begin + 1
        && lexicon.verb(name.id(index)).loose()
        && opening != null
        && opening.form() == Form.BASE
        && !opening.loose()
        && !opening.verb().reads();
  }

  /** {@code compute: Manages compute instances}: the word is what the tool acts upon. */
  private static boolean isThingTold(int word, List<Act> told) {
    if (told.isEmpty() || !told.get(0).rule().vague()) {
      return false;
    }
    Act act = told.get(0);
    int thing = act.from() + 1;
    return thing < act.to() && act.words().id(thing) == word;
  }

  /**
   * {@code firestore}, {@code logpush}, {@code long_running_test}: the end of one word is seldom
   * what changes something, its beginning and a form in -ing neither where the verb is loose.
   */
  private static boolean isPartOfChange(Act act) {
    Words name = act.words();
    int index = act.from();
    return act.category() != Category.READ
        && (isWithinWord(name, index)
            || act.verb().loose()
                && (isWithinWord(name, index + 1) || index > 0 && act.form() == Form.ING));
  }

  /** Whether nothing but a guess parts the word from the one before it. */
  private static boolean isWithinWord(Words name, int index) {
    return index > 0
        && index < name.size()
        && name.start(index) == name.end(index - 1)
        && Character.isLowerCase(name.text().charAt(name.start(index)));
  }

  private static int size(Words name) {
    return Math.min(name.size(), MOST_WORDS);
  }

  /**
   * Whether the name is an order that opens with the act, but for names of products and words of
   * the server's name, and goes on.
   */
  boolean opens(Act act, Words serverName) {
    Words name = act.words();
    int begin = 0;
    while (begin + 1 < name.size()
        && (name.id(begin) == Vocabulary.UNKNOWN || contains(serverName, name.id(begin)))) {
      begin++;
    }
    return begin == act.from()
        && begin + 1 < name.size()
        && act.form() == Form.BASE
        && !endsAsThing(name);
  }

  /** Whether the description opens with the verb. */
  static boolean isTold(Verb verb, List<Act> told) {
    return !told.isEmpty() && told.get(0).verb().name().equals(verb.name());
  }

  /**
   * What the verb at the index does, or null where no rule knows it. A verb that in general only
   * reads, but does more as the description opens with it, does more.
   */
  private Act act(Words name, int index, Meaning meaning, List<Act> told) {
    Verb verb = meaning.verb();
    VerbRule rule = finder.rule(verb, name, index, object(name, index), new Span(0, size(name)));
    boolean general = rule == null || rule.category() == Category.READ && rule.objects().isEmpty();
    if (general && isTold(verb, told)) {
      rule = told.get(0).rule();
    }
    return rule == null
        ? null
        : new Act(verb, rule, name, index, index + 1, Manner.MAIN, meaning.form());
  }

  /** What follows the verb up to a preposition; where nothing follows, what precedes it. */
  private Span object(Words name, int verb) {
    int end = verb + 1;
    while (end < size(name) && !endsObject(name.id(end))) {
      end++;
    }
    boolean precedes = end == verb + 1 && end == size(name);
    return precedes ? new Span(0, verb) : new Span(verb + 1, end);
  }

  private boolean endsObject(int id) {
    int roles = lexicon.roles(id);
    return Role.PREPOSITION.isIn(roles) || Role.CONJUNCTION.isIn(roles) || Role.GERUND.isIn(roles);
  }

  /** Skips words of the server's name, as long as a verb remains behind them. */
  private int behindPrefix(Words name, Words serverName) {
    int begin = methodOfPath(name);
    while (begin < size(name) - 1
        && lexicon.isVerb(name.id(begin))
        && contains(serverName, name.id(begin))
        && hasVerb(name, begin + 1)) {
      begin++;
    }
    return begin;
  }

  /**
   * {@code mail_v1_label_delete}, {@code record_v2_grant_list}: where a version stands in a name,
   * it is the path of a method, which stands behind the last separator; but not in {@code
   * get_v1_label}. 0 where there is none.
   */
  private int methodOfPath(Words name) {
    int method = size(name) - 1;
    while (method > 0 && !isParted(name, method)) {
      method--;
    }
    for (int i = 1; i < method; i++) {
      if (isVersion(name, i)) {
        return tellsVerb(name, method) && !isRequest(name) ? method : 0;
      }
    }
    return 0;
  }

  private boolean tellsVerb(Words name, int from) {
    for (int i = from; i < size(name); i++) {
      Meaning meaning = lexicon.verb(name.id(i));
      if (meaning != null && meaning.form() == Form.BASE) {
        return true;
      }
    }
    return false;
  }

  private boolean isRequest(Words name) {
    Meaning meaning = lexicon.verb(name.id(0));
    return meaning != null && REQUESTS.contains(meaning.verb().name());
  }

  private static boolean isVersion(Words name, int index) {
    int start = name.start(index);
    return name.end(index) - start <= LONGEST_VERSION
        && "vV".indexOf(name.text().charAt(start)) >= 0
        && name.end(index) - start > 1
        && Character.isDigit(name.text().charAt(start + 1));
  }

  /** Whether a sign parts the word from the one before it. */
  private static boolean isParted(Words name, int index) {
    return name.start(index) > name.end(index - 1);
  }

  private boolean hasVerb(Words name, int from) {
    for (int i = from; i < size(name); i++) {
      Meaning meaning = lexicon.verb(name.id(i));
      if (meaning != null && !meaning.loose()) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(Words words, int id) {
    for (int i = 0; i < words.size() && id != Vocabulary.UNKNOWN; i++) {
      if (words.id(i) == id) {
        return true;
      }
    }
    return false;
  }
}
