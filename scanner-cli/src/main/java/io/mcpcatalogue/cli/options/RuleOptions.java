package io.mcpcatalogue.cli.options;

import io.mcpcatalogue.classifier.load.RuleLibrary;
import io.mcpcatalogue.classifier.load.RuleLoadException;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.policy.PolicyDeriver;
import io.mcpcatalogue.classifier.policy.PolicyProfile;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.scan.AcceptedFindings;
import io.mcpcatalogue.scan.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The option that adds rules of the user's own. */
public final class RuleOptions implements Syntax.Part {
  /** The profile of every policy that no option asks to be otherwise. */
  public static final String RECOMMENDED = "recommended";

  private final Option<Path> packs =
      Option.path(
              "--rules",
              "DIR",
              "A rule pack of your own, laid over the built-in rules. Repeatable.")
          .repeatable();

  @Override
  public void addTo(Syntax syntax) {
    syntax.with(packs);
  }

  public RuleSet ruleSet() {
    return ruleSet(packs.values());
  }

  /** The built-in rules with these packs laid over them. */
  public static RuleSet ruleSet(List<Path> packs) {
    return packs.isEmpty() ? RuleSets.builtIn() : loaded("rules", () -> RuleSets.load(packs));
  }

  /** The folders that were named. */
  public List<Path> packs() {
    return packs.values();
  }

  /** The rules as their authors wrote them. */
  public RuleLibrary library() {
    return library(packs.values());
  }

  /** The built-in rules and those of these packs, as their authors wrote them. */
  public static RuleLibrary library(List<Path> packs) {
    return loaded("rules", () -> RuleLibrary.load(packs));
  }

  /** Reads files of rules. */
  public interface Loading<T> {
    T load() throws IOException, RuleLoadException;
  }

  /** What was loaded; the faults of its author are those of the command line. */
  public static <T> T loaded(String what, Loading<T> loading) {
    try {
      return loading.load();
    } catch (RuleLoadException e) {
      throw new UsageException("the " + what + " have faults:\n" + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("the " + what + " cannot be read: " + e.getMessage());
    }
  }

  /** A judge by these rules, who recommends policies. */
  public static Judge judge(RuleSet rules, AcceptedFindings accepted) {
    return new Judge(rules, policies(rules, RECOMMENDED), accepted);
  }

  /** A judge by these rules who was told of no accepted findings. */
  public static Judge judge(RuleSet rules) {
    return new Judge(rules, policies(rules, RECOMMENDED));
  }

  public static PolicyDeriver policies(RuleSet rules, String profile) {
    return new PolicyDeriver(
        rules
            .profile(profile)
            .orElseThrow(
                () ->
                    UsageException.unknown(
                        "profile",
                        profile,
                        rules.profiles().stream().map(PolicyProfile::name).toList())));
  }
}
