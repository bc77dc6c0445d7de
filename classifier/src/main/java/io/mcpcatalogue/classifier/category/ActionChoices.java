package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Parameter;
import io.mcpcatalogue.classifier.facts.ToolFacts;
import io.mcpcatalogue.classifier.text.TextSplitter;
import io.mcpcatalogue.classifier.text.Words;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The actions that a parameter lets the caller choose: values that the schema allows, or what a
 * description lists. For one tool and one thread.
 */
final class ActionChoices {
  private static final int LONGEST_LIST = 500;
  private static final int LONGEST_DESCRIPTION = 8_000;
  private static final int LONGEST_HEADING = 60;
  private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z_-]+");

  /**
   * In words, before what is said to be done with the action: {@code Operation to get help for}.
   */
  private static final int LONGEST_SUBJECT = 6;

  private final CategoryRules rules;
  private final ChoiceRules choices;
  private final ToolFacts facts;
  private final NameActs nameActs;
  private final List<Act> allowed = new ArrayList<>(0);
  private final List<Act> told = new ArrayList<>(0);
  private boolean tellsChange;

  ActionChoices(CategoryRules rules, ToolFacts facts, NameActs nameActs) {
    this.rules = rules;
    this.choices = rules.choices();
    this.facts = facts;
    this.nameActs = nameActs;
    for (Parameter parameter : facts.parameters()) {
      if (!parameter.isDeep()) {
        add(parameter);
      }
    }
    if (allowed.isEmpty() && told.isEmpty()) {
      told.addAll(AssignedActions.in(rules, facts, nameActs, LONGEST_DESCRIPTION));
    }
  }

  /** What parameters allow by their schemas, or by their own descriptions. */
  List<Act> allowed() {
    return allowed;
  }

  /** Whether the description lists an act that changes something for a parameter of the tool. */
  boolean tellsChange() {
    return tellsChange;
  }

  /** What the tool's description says of parameters that allow anything. */
  List<Act> told() {
    return told;
  }

  private void add(Parameter parameter) {
    int last = parameter.name().lastId();
    if (choices.actions().contains(last)) {
      addActions(parameter);
    } else if (parameter.name().size() == 1 && choices.methods().contains(last)) {
      addLosses(parameter);
    }
  }

  /** Adds what may be chosen by the schema, or where it says nothing, by the descriptions. */
  private void addActions(Parameter parameter) {
    TextSplitter splitter = new TextSplitter(rules.vocabulary());
    if (choices.isComparison(parameter)
        || choices.isEdit(parameter)
        || isTopic(parameter, splitter)) {
      return;
    }
    List<Act> values = valuesOf(parameter, splitter);
    if (isLookedFor(parameter, values)) {
      return;
    }
    if (values.isEmpty()) {
      values = impliedBy(parameter.schema(), parameter.pointer(), splitter);
    }
    if (!isHalfRead(parameter, values)) {
      allowed.addAll(values);
    }
    if (parameter.isFreeText() && !listsItself(parameter, splitter)) {
      addListedBehindName(parameter, splitter);
    }
  }

  /** {@code Operation to get recommendations for}: the tool tells about it, and does not do it. */
  private boolean isTopic(Parameter parameter, TextSplitter splitter) {
    String text = parameter.description();
    Words words = splitter.name("", text.substring(0, Math.min(text.length(), LONGEST_HEADING)));
    int to = Math.min(words.size() - 2, LONGEST_SUBJECT);
    for (int i = 0; i < to; i++) {
      if (rules.lexicon().has(words.id(i), Role.INFINITIVE)) {
        Lexicon.Meaning meaning = rules.lexicon().verb(words.id(i + 1));
        return meaning != null && isReading(meaning.verb()) && leadsToTopic(text, words, i + 2);
      }
    }
    return false;
  }

  /**
   * {@code list_events} with the actions {@code create} and {@code delete}: what could be chosen to
   * be done by a tool that lists would be listing, too.
   */
  private boolean isLookedFor(Parameter parameter, List<Act> values) {
    if (values.isEmpty() || parameter.required() || !parameter.isTopLevel()) {
      return false;
    }
    for (Act value : values) {
      if (value.category() == Category.READ) {
        return false;
      }
    }
    List<Act> named = nameActs.find(facts.name(), facts.serverName(), List.of());
    return named.size() == 1 && choices.listings().contains(named.get(0).verb().name());
  }

  /** Whether the verb reads whatever it acts upon: {@code perform} does not. */
  private static boolean isReading(Verb verb) {
    List<VerbRule> rules = verb.rules();
    return verb.reads() && rules.get(rules.size() - 1).objects().isEmpty();
  }

  /** Whether {@code for}, {@code about} or {@code on} stands there before any sign. */
  private boolean leadsToTopic(String text, Words words, int from) {
    for (int i = from; i < words.size(); i++) {
      String between = text.substring(words.end(i - 1), words.start(i));
      if (!between.isBlank()) {
        return false;
      }
      if (choices.topics().contains(text.substring(words.start(i), words.end(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing but reads is known of values most of which are no acts, or of some detail. */
  private static boolean isHalfRead(Parameter parameter, List<Act> values) {
    return !values.isEmpty()
        && Act.gravest(values).category() == Category.READ
        && (!parameter.isTopLevel() || values.size() * 2 < parameter.values().size());
  }

  /** Adds the acts that may be chosen where there are several, and one of them loses something. */
  private void addLosses(Parameter parameter) {
    if (choices.isHttpMethod(parameter)) {
      return;
    }
    List<Act> values = valuesOf(parameter, new TextSplitter(rules.vocabulary()));
    values.removeIf(act -> act.verb().loose());
    if (values.size() > 1 && Act.gravest(values).category() == Category.DESTRUCTIVE) {
      allowed.addAll(values);
    }
  }

  /** The acts among the values that the schema allows. */
  private List<Act> valuesOf(Parameter parameter, TextSplitter splitter) {
    List<Act> acts = new ArrayList<>(0);
    for (Parameter.AllowedValue value : parameter.values()) {
      addHead(value.value(), value.place(), splitter, acts);
    }
    return acts;
  }

  /** What may stand in an array of actions, what a pattern lets pass, what is taken by default. */
  private List<Act> impliedBy(JsonObject schema, String pointer, TextSplitter splitter) {
    List<Act> acts = new ArrayList<>(0);
    JsonObject items = schema.get("items").orElse(JsonObject.EMPTY).asObject();
    addStrings(
        items.get("enum").orElse(JsonObject.EMPTY), pointer + "/items/enum/", splitter, acts);
    addStrings(
        schema.get("examples").orElse(JsonObject.EMPTY), pointer + "/examples/", splitter, acts);
    addHead(schema.text("default").orElse(""), pointer + "/default", splitter, acts);
    String pattern = schema.text("pattern").orElse("");
    int length = Math.min(pattern.length(), LONGEST_LIST);
    for (String choice : NO_NAME.split(pattern.substring(0, length))) {
      addHead(choice, pointer + "/pattern", splitter, acts);
    }
    return acts;
  }

  private void addStrings(JsonValue values, String pointer, TextSplitter splitter, List<Act> acts) {
    List<JsonValue> all = values.asArray().values();
    for (int i = 0; i < all.size(); i++) {
      addHead(all.get(i).text().orElse(""), pointer + i, splitter, acts);
    }
  }

  /** Adds the act that a choice is named after, if any. */
  private void addHead(String choice, Object place, TextSplitter splitter, List<Act> acts) {
    addHead(splitter.name(place, choice), acts);
  }

  private void addHead(Words name, List<Act> acts) {
    Act act = nameActs.head(name, facts.serverName(), List.of());
    if (act != null) {
      acts.add(act);
    }
  }

  /** Whether the parameter's own description lists actions, which are added. */
  private boolean listsItself(Parameter parameter, TextSplitter splitter) {
    String text = parameter.description();
    // "Operation to perform: list, create": the actions stand behind the colon.
    int colon = text.indexOf(':');
    int from = colon < 0 || colon > LONGEST_HEADING ? 0 : colon + 1;
    int to = Math.min(text.length(), LONGEST_LIST);
    List<Act> listed = listed(parameter.pointer() + "/description", text, from, to, splitter);
    allowed.addAll(listed);
    return !listed.isEmpty();
  }

  /**
   * Adds what the tool's description lists behind the parameter's name, in one or many: {@code
   * action: get | set}, {@code Actions: get, set}.
   */
  private void addListedBehindName(Parameter parameter, TextSplitter splitter) {
    String whole = facts.description().text();
    String text = whole.substring(0, Math.min(whole.length(), LONGEST_DESCRIPTION));
    int from = behindHeading(text, parameter.name().text());
    if (from > 0) {
      int to = Math.min(endOfList(text, from), from + LONGEST_LIST);
      List<Act> listed = listed(facts.description().pointer(), text, from, to, splitter);
      told.addAll(listed);
      tellsChange |= parameter.isTopLevel() && !listed.isEmpty();
    }
  }

  /** The end of the line, or of the last that a list goes on in behind a comma or bar. */
  private static int endOfList(String text, int from) {
    int line = text.indexOf('\n', from);
    while (line > 0 && goesOn(text, from, line)) {
      line = text.indexOf('\n', line + 1);
    }
    return line < 0 ? text.length() : line;
  }

  private static boolean goesOn(String text, int from, int line) {
    int last = line - 1;
    while (last > from && text.charAt(last) <= ' ') {
      last--;
    }
    return text.charAt(last) == ',' || text.charAt(last) == '|';
  }

  /** The index behind a name, in one or many, and a colon; 0 where there is none. */
  private static int behindHeading(String text, String name) {
    for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
      int end = at > 0 && text.charAt(at - 1) == 's' && !name.endsWith("s") ? at - 1 : at;
      int from = end - name.length();
      if (text.regionMatches(true, from, name, 0, name.length())
          && (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))) {
        return at + 1;
      }
    }
    return 0;
  }

  /** The actions that a part of a text lists; reads that are mentioned are no choice to make. */
  private List<Act> listed(String pointer, String text, int from, int to, TextSplitter splitter) {
    List<Act> listed = nameActs.all(splitter.nameIn(pointer, text, from, Math.max(from, to)));
    boolean isChoice = listed.size() > 1 && Act.gravest(listed).category() != Category.READ;
    return isChoice ? listed : List.of();
  }
}
