package io.mcpcatalogue.classifier.rule;

import io.mcpcatalogue.classifier.category.CategoryRules;
import io.mcpcatalogue.classifier.policy.PolicyProfile;
import io.mcpcatalogue.classifier.text.Headings;
import io.mcpcatalogue.classifier.text.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * All rules that a classifier works with. Immutable, plain data, the same on every machine.
 *
 * @param signals ordered by id
 * @param capabilities ordered by id
 * @param severities ordered by id
 * @param profiles ordered by name
 * @param categories all knowledge about categories
 * @param headings the headings of descriptions
 * @param vocabulary every word that some rule knows
 * @param digest {@code sha256:} and the digest of all rule files
 */
public record RuleSet(
    List<SignalRule> signals,
    List<CapabilityRule> capabilities,
    List<SeverityRule> severities,
    List<PolicyProfile> profiles,
    CategoryRules categories,
    Headings headings,
    Vocabulary vocabulary,
    String digest) {

  public RuleSet {
    signals = List.copyOf(signals);
    capabilities = List.copyOf(capabilities);
    severities = List.copyOf(severities);
    profiles = List.copyOf(profiles);
  }

  /** The policy profile of this name. */
  public Optional<PolicyProfile> profile(String name) {
    return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }
}
