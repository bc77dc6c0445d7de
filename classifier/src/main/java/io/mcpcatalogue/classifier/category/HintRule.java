package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.facts.Hint;
import io.mcpcatalogue.classifier.facts.Hints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A vendor's claims as evidence. Immutable.
 *
 * @param id the rule's id
 * @param claims what must be claimed; the first is shown
 * @param effects what it adds
 */
public record HintRule(String id, List<Claimed> claims, List<Effect> effects) {

  /** A hint with what must be claimed about it. Immutable. */
  public record Claimed(Hint hint, Claim claim) {
    String words() {
      return hint.annotation() + ": " + (claim == Claim.TRUE);
    }
  }

  public HintRule {
    claims = List.copyOf(claims);
    effects = List.copyOf(effects);
  }

  /**
   * The rule with its claims in the order of the hints: evidence is made from them, and a map may
   * have another order in each process.
   */
  public static HintRule of(String id, Map<Hint, Claim> claims, List<Effect> effects) {
    List<Claimed> ordered = new ArrayList<>();
    new TreeMap<>(claims).forEach((hint, claim) -> ordered.add(new Claimed(hint, claim)));
    return new HintRule(id, ordered, effects);
  }

  boolean holds(Hints hints) {
    for (int i = 0; i < claims.size(); i++) {
      if (hints.claim(claims.get(i).hint) != claims.get(i).claim) {
        return false;
      }
    }
    return true;
  }
}
