package io.mcpcatalogue.export.policy;

import java.util.List;
import java.util.Optional;

/** The policy formats, sorted by id. */
public final class PolicyFormats {
  private static final List<PolicyFormat> ALL =
      List.of(new InterceptFormat(), new PolicyLayerFormat());

  private PolicyFormats() {}

  public static List<PolicyFormat> all() {
    return ALL;
  }

  public static Optional<PolicyFormat> byId(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }
}
