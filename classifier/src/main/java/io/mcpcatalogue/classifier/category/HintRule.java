package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.facts.Hints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A vendor's claims as evidence. Immutable.
 *
 * @param id the rule's id
 * @param claims what must be claimed, by the names of the annotations; the first is shown
 * @param effects what it adds
 */
public record HintRule(String id, List<Claimed> claims, List<Effect> effects) {

  /** An annotation with the value that it must have. Immutable. */
  public record Claimed(String annotation, Claim claim) {}

  public HintRule {
    claims = List.copyOf(claims);
    effects = List.copyOf(effects);
  }

  /**
   * The rule with its claims in the order of their names: evidence is made from them, and a map may
   * have another order in each process.
   */
  public static HintRule of(String id, Map<String, Claim> claims, List<Effect> effects) {
    List<Claimed> ordered = new ArrayList<>();
    for (Map.Entry<String, Claim> claim : new TreeMap<>(claims).entrySet()) {
      ordered.add(new Claimed(claim.getKey(), claim.getValue()));
    }
    return new HintRule(id, ordered, effects);
  }

  boolean holds(Hints hints) {
    for (int i = 0; i < claims.size(); i++) {
      if (hints.claim(claims.get(i).annotation) != claims.get(i).claim) {
        return false;
      }
    }
    return true;
  }
}
