package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.classifier.facts.Claim;
import io.mcpcatalogue.classifier.facts.Hints;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A vendor's claim as evidence. Immutable.
 *
 * @param id the rule's id
 * @param claims the annotations by name, with the value that each must have
 * @param effects what it adds
 */
public record HintRule(String id, Map<String, Claim> claims, List<Effect> effects) {

  public HintRule {
    // In the order of the names: Map.copyOf has another one in each process, and evidence is made
    // from it.
    claims = Collections.unmodifiableMap(new TreeMap<>(claims));
    effects = List.copyOf(effects);
  }

  boolean holds(Hints hints) {
    for (Map.Entry<String, Claim> claim : claims.entrySet()) {
      if (hints.claim(claim.getKey()) != claim.getValue()) {
        return false;
      }
    }
    return true;
  }
}
