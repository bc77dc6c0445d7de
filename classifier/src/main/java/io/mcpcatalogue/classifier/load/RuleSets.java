package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import io.mcpcatalogue.classifier.policy.PolicyProfile;
import io.mcpcatalogue.classifier.rule.CapabilityRule;
import io.mcpcatalogue.classifier.rule.Rule;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.classifier.rule.RuleWords;
import io.mcpcatalogue.classifier.rule.SeverityRule;
import io.mcpcatalogue.classifier.rule.SignalRule;
import io.mcpcatalogue.classifier.text.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Where rule sets come from: the built-in rules, and packs of the user laid over them. */
public final class RuleSets {
  static final String PACKED = "/rules.pack";
  static final String PACKED_EXAMPLES = "/rules-examples.pack";
  private static final String WORD_LISTS = "word-lists.yml";
  private static final String REFERENCES = "references.yml";
  private static final List<String> FILES = List.of(WORD_LISTS, REFERENCES, RulePack.PACK);
  private static final List<String> FOLDERS =
      List.of("signals", "capabilities", "severity", "categories", "language", "policies");

  private RuleSets() {}

  /** The rules that come with the program. */
  public static RuleSet builtIn() {
    try {
      PackedRules packed = packed(PACKED);
      return bind(packed.pack(), packed.digest(), true);
    } catch (RuleLoadException e) {
      throw new IllegalStateException("the built-in rules are broken:\n" + e.getMessage(), e);
    }
  }

  /** The built-in rules with packs laid over them, the later over the earlier. */
  public static RuleSet load(List<Path> packs) throws IOException, RuleLoadException {
    return bind(overlaid(packs));
  }

  /** The files of the built-in rules with those of packs laid over them. */
  static RulePack overlaid(List<Path> packs) throws IOException, RuleLoadException {
    RulePack merged = packed(PACKED).pack();
    Faults faults = new Faults();
    for (Path folder : packs) {
      merged =
          merged.overlaidBy(
              packs.size() > 1
                  ? RulePack.readOneOfMany(folder, faults)
                  : RulePack.read(folder, faults));
    }
    faults.throwIfAny();
    return merged;
  }

  static PackedRules packed(String resource) {
    try (InputStream in = RuleSets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the built-in rules are missing: " + resource);
      }
      return PackedRules.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in rules cannot be read", e);
    }
  }

  /** Makes sense of a pack; all faults of all files at once. */
  static RuleSet bind(RulePack pack) throws RuleLoadException {
    return bind(pack, RulesDigest.of(pack), false);
  }

  /**
   * Makes sense of a pack.
   *
   * @param checked whether this was done before, so that what takes long need not be checked again
   */
  private static RuleSet bind(RulePack pack, String digest, boolean checked)
      throws RuleLoadException {
    Faults faults = new Faults();
    for (RuleFile file : pack.files()) {
      checkPlace(file, faults);
    }
    PhraseParser phrases = new PhraseParser(wordLists(pack, faults), faults);
    ConditionReader conditions = new ConditionReader(phrases, checked, faults);
    SignalRuleReader reader = new SignalRuleReader(conditions, references(pack, faults), faults);
    List<SignalRule> signals = each(pack.below("signals"), reader::signal);
    List<CapabilityRule> capabilities = each(pack.below("capabilities"), reader::capability);
    List<SeverityRule> severities = each(pack.below("severity"), reader::severity);
    PolicyProfileReader profileReader = new PolicyProfileReader(faults);
    List<PolicyProfile> profiles =
        each(pack.below(PolicyProfileReader.FOLDER), profileReader::profile);
    CategoryKnowledge categories = CategoryReader.read(pack, faults);
    List<YamlText> switchedOff = switchedOff(pack, faults);
    checkSwitchedOff(switchedOff, signals, severities, categories, faults);
    faults.throwIfAny();

    Vocabulary vocabulary = vocabulary(signals, capabilities, severities, categories);
    Set<String> off = new HashSet<>();
    for (YamlText id : switchedOff) {
      off.add(id.value());
    }
    return new RuleSet(
        without(off, signals),
        capabilities,
        without(off, severities),
        profiles,
        categories.bind(vocabulary, off),
        categories.headings(vocabulary),
        vocabulary,
        digest);
  }

  private static Vocabulary vocabulary(
      List<SignalRule> signals,
      List<CapabilityRule> capabilities,
      List<SeverityRule> severities,
      CategoryKnowledge categories) {
    Set<String> words = new LinkedHashSet<>();
    RuleWords.collect(signals, words);
    RuleWords.collect(capabilities, words);
    RuleWords.collect(severities, words);
    categories.collectWords(words);
    return Vocabulary.of(words);
  }

  private static <R extends Rule> List<R> without(Set<String> off, List<R> rules) {
    List<R> left = new ArrayList<>(rules.size());
    for (R rule : rules) {
      if (!off.contains(rule.id())) {
        left.add(rule);
      }
    }
    return left;
  }

  private static <R> List<R> each(List<RuleFile> files, Function<RuleFile, R> reader) {
    List<R> rules = new ArrayList<>(files.size());
    for (RuleFile file : files) {
      rules.add(reader.apply(file));
    }
    return rules;
  }

  private static Map<String, List<String>> wordLists(RulePack pack, Faults faults) {
    Map<String, List<String>> lists = new TreeMap<>();
    Optional<MapReader> map = root(pack, WORD_LISTS, faults);
    if (map.isPresent()) {
      for (String list : map.get().keys()) {
        lists.put(list, map.get().texts(list));
      }
    }
    return lists;
  }

  /** The short names of references with what they stand for. */
  static Map<String, String> references(RulePack pack, Faults faults) {
    Map<String, String> references = new TreeMap<>();
    Optional<MapReader> map = root(pack, REFERENCES, faults);
    if (map.isPresent()) {
      for (String name : map.get().keys()) {
        references.put(name, map.get().text(name));
      }
    }
    return references;
  }

  private static List<YamlText> switchedOff(RulePack pack, Faults faults) {
    Optional<MapReader> map = root(pack, RulePack.PACK, faults);
    if (map.isEmpty()) {
      return List.of();
    }
    List<YamlText> off = map.get().located(RulePack.OFF);
    map.get().textOr("summary", "");
    map.get().finish();
    return off;
  }

  /** What the file of this path holds, if there is one. */
  private static Optional<MapReader> root(RulePack pack, String path, Faults faults) {
    for (RuleFile file : pack.files()) {
      if (file.path().equals(path)) {
        return Optional.of(MapReader.of(file.root(), faults));
      }
    }
    return Optional.empty();
  }

  private static void checkPlace(RuleFile file, Faults faults) {
    String folder = file.path().substring(0, Math.max(0, file.path().indexOf('/')));
    if (!FILES.contains(file.path()) && !FOLDERS.contains(folder)) {
      faults.add(
          new Place(file.path(), 1, 1),
          "no kind of rule lies here; known: "
              + String.join("/, ", FOLDERS)
              + "/, "
              + String.join(", ", FILES));
    }
  }

  private static void checkSwitchedOff(
      List<YamlText> off,
      List<SignalRule> signals,
      List<SeverityRule> severities,
      CategoryKnowledge categories,
      Faults faults) {
    if (off.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    signals.forEach(rule -> known.add(rule.id()));
    severities.forEach(rule -> known.add(rule.id()));
    categories.rules().forEach(rule -> known.add(rule.id()));
    for (YamlText id : off) {
      if (!known.contains(id.value())) {
        faults.add(id.place(), "there is no rule '" + id.value() + "' to switch off");
      }
    }
  }
}
