package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import java.util.List;

/**
 * What the descriptions for registries that lie beside a package say of it. Immutable.
 *
 * @param version empty when none is stated
 * @param description empty when there is none
 * @param gaps where the descriptions contradict the package, or cannot be read
 */
public record Publication(String version, String description, List<Fact> facts, List<Gap> gaps) {
  public Publication {
    facts = List.copyOf(facts);
    gaps = List.copyOf(gaps);
  }
}
