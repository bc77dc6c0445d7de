package io.mcpcatalogue.classifier.load;

import io.mcpcatalogue.classifier.load.ConditionReader.Scope;
import io.mcpcatalogue.classifier.load.YamlNode.YamlText;
import io.mcpcatalogue.classifier.rule.CapabilityRule;
import io.mcpcatalogue.classifier.rule.Condition;
import io.mcpcatalogue.classifier.rule.SeverityRule;
import io.mcpcatalogue.classifier.rule.SignalRule;
import io.mcpcatalogue.classifier.rule.SignalRule.About;
import io.mcpcatalogue.classifier.rule.SignalRule.Confidence;
import io.mcpcatalogue.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules for signals, capabilities and severities. For one thread. */
final class SignalRuleReader {
  private static final String CWE = "CWE-";
  private static final Set<String> PLACEHOLDERS =
      Set.of("parameters", "words", "count", "tools", "value", "category", "name");

  private final ConditionReader conditions;
  private final Map<String, String> references;
  private final Faults faults;

  /**
   * A reader.
   *
   * @param references the short names of references with what they stand for
   */
  SignalRuleReader(ConditionReader conditions, Map<String, String> references, Faults faults) {
    this.conditions = conditions;
    this.references = references;
    this.faults = faults;
  }

  SignalRule signal(RuleFile file) {
    MapReader map = MapReader.of(file.root(), faults);
    String id = file.stem().substring("signals/".length());
    if (id.indexOf('/') < 1 || id.indexOf('/') != id.lastIndexOf('/')) {
      map.fault("a signal's rule lies in signals/GROUP/NAME.yml, so that its id is GROUP/NAME");
    }
    About about =
        map.choiceOr("about", About.class, id.startsWith("text/") ? About.TEXT : About.TOOL);
    SignalRule rule =
        new SignalRule(
            id,
            about,
            map.text("summary"),
            map.text("why"),
            message(map, "message"),
            map.choiceOr("severity", Severity.class, Severity.LOW),
            map.choiceOr("confidence", Confidence.class, Confidence.MEDIUM),
            match(map, scope(about)),
            unless(map, scope(about)),
            conditions.phrases(map, "quoted-by"),
            conditions.phrases(map, "mentioned-by"),
            references(map),
            map.textOr("advice", ""),
            map.texts("false-positives"));
    for (String key : List.of("severity", "confidence")) {
      if (!map.has(key)) {
        map.fault("'" + key + "' is missing");
      }
    }
    map.finish();
    return rule;
  }

  CapabilityRule capability(RuleFile file) {
    MapReader map = MapReader.of(file.root(), faults);
    CapabilityRule rule =
        new CapabilityRule(
            file.stem().substring("capabilities/".length()),
            map.text("summary"),
            match(map, Scope.VERDICT),
            unless(map, Scope.VERDICT));
    map.finish();
    return rule;
  }

  SeverityRule severity(RuleFile file) {
    MapReader map = MapReader.of(file.root(), faults);
    SeverityRule rule =
        new SeverityRule(
            file.stem(),
            map.text("summary"),
            message(map, "reason"),
            map.choiceOr("raise-to", Severity.class, Severity.LOW),
            match(map, Scope.VERDICT),
            unless(map, Scope.VERDICT));
    map.finish();
    return rule;
  }

  private Condition match(MapReader map, Scope scope) {
    if (map.node("match").isEmpty()) {
      map.fault("'match' is missing");
      return new Condition.Any(List.of());
    }
    return conditions.read(map.node("match").get(), scope);
  }

  private Optional<Condition> unless(MapReader map, Scope scope) {
    return map.node("unless").map(node -> conditions.read(node, scope));
  }

  private static Scope scope(About about) {
    return switch (about) {
      case TEXT -> Scope.TEXT;
      case TOOL -> Scope.TOOL;
      case SERVER -> Scope.SERVER;
    };
  }

  private String message(MapReader map, String key) {
    String message = map.text(key);
    int open = message.indexOf('{');
    while (open >= 0) {
      int close = endOfLetters(message, open + 1);
      if (close < message.length() && message.charAt(close) == '}') {
        String name = message.substring(open + 1, close);
        if (!PLACEHOLDERS.contains(name)) {
          faults.add(map.placeOf(key), "unknown placeholder {" + name + "}");
        }
      }
      open = message.indexOf('{', close);
    }
    return message;
  }

  private static int endOfLetters(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      end++;
    }
    return end;
  }

  private List<String> references(MapReader map) {
    List<String> full = new ArrayList<>();
    for (YamlText reference : map.located("references")) {
      if (isCwe(reference.value())) {
        full.add(reference.value());
      } else if (references.containsKey(reference.value())) {
        full.add(references.get(reference.value()));
      } else {
        faults.add(reference.place(), "unknown reference '" + reference.value() + "'");
      }
    }
    return full;
  }

  /** {@code CWE-} and a number of at most four digits. */
  private static boolean isCwe(String reference) {
    if (!reference.startsWith(CWE) || reference.length() > CWE.length() + 4) {
      return false;
    }
    for (int i = CWE.length(); i < reference.length(); i++) {
      if (reference.charAt(i) < '0' || reference.charAt(i) > '9') {
        return false;
      }
    }
    return reference.length() > CWE.length() && reference.charAt(CWE.length()) != '0';
  }
}
