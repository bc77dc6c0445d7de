package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.text.Characters;
import io.mcpcatalogue.classifier.text.TextSplitter;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import java.util.ArrayList;
import java.util.List;

/**
 * What the description says may be assigned to an action, also to one that no schema names: {@code
 * action=list: … | action=wipe: …}, {@code operation=start|stop}. For one tool and one thread.
 */
final class AssignedActions {
  private static final int LONGEST_NAME = 20;
  private static final int SHORTEST_VALUE = 2;
  private static final int LONGEST_VALUE = 40;

  /** {@code build(action='plan')}, {@code last_action=}, {@code "action=list"}. */
  private static final String NO_ASSIGNMENT_BEHIND = "_(.'\"0123456789";

  private final WordSet names;
  private final ToolFacts facts;
  private final NameActs nameActs;
  private final TextSplitter splitter;
  private final String text;
  private final List<Act> acts = new ArrayList<>(0);
  private int values;

  private AssignedActions(CategoryRules rules, ToolFacts facts, NameActs nameActs, String text) {
    this.names = rules.choices().actions();
    this.facts = facts;
    this.nameActs = nameActs;
    this.splitter = new TextSplitter(rules.vocabulary());
    this.text = text;
    for (int sign = text.indexOf('='); sign >= 0; sign = text.indexOf('=', sign + 1)) {
      if (isAction(startOfName(sign), sign)) {
        addValues(sign + 1);
      }
    }
    acts.removeIf(act -> act.verb().loose());
  }

  /**
   * Those in the first characters of the description, so many: most descriptions assign nothing.
   */
  static List<Act> in(CategoryRules rules, ToolFacts facts, NameActs nameActs, int most) {
    String whole = facts.description().text();
    String text = whole.substring(0, Math.min(whole.length(), most));
    return text.indexOf('=') < 0
        ? List.of()
        : new AssignedActions(rules, facts, nameActs, text).found();
  }

  /** The acts among several values, if one of them does more than read. */
  private List<Act> found() {
    boolean isChoice =
        values > 1 && !acts.isEmpty() && Act.gravest(acts).category() != Category.READ;
    return isChoice ? acts : List.of();
  }

  private int startOfName(int end) {
    int start = end;
    while (start > 0
        && end - start < LONGEST_NAME
        && Characters.isAsciiLetter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Whether an action stands there, but not in the call of another tool. */
  private boolean isAction(int from, int to) {
    return from < to
        && (from == 0 || NO_ASSIGNMENT_BEHIND.indexOf(text.charAt(from - 1)) < 0)
        && names.contains(splitter.nameIn("", text, from, to).lastId());
  }

  /** Adds the acts among the values that bars part. */
  private void addValues(int from) {
    int end = from - 1;
    do {
      int start = end + 1;
      end = endOfValue(start);
      if (end - start < SHORTEST_VALUE) {
        return;
      }
      Act act = nameActs.head(name(start, end), facts.serverName(), List.of());
      if (act != null) {
        acts.add(act);
      }
      values++;
    } while (end < text.length() && text.charAt(end) == '|');
  }

  private Words name(int from, int to) {
    return splitter.nameIn(facts.description().pointer(), text, from, to);
  }

  private int endOfValue(int start) {
    int end = start;
    int most = Math.min(text.length(), start + LONGEST_VALUE);
    while (end < most && isOfValue(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfValue(char c) {
    return Characters.isAsciiLetter(c) || c == '_';
  }
}
