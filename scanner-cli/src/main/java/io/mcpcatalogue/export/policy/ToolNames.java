package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.export.policy.PolicyText.Loss;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tool names are data that a server chose; some cannot be written into a policy by themselves. */
final class ToolNames {
  /** Far beyond what any client takes (the protocol recommends 128), and read by every parser. */
  private static final int LONGEST = 10_000;

  private ToolNames() {}

  /**
   * The tools of a policy whose names a file can hold.
   *
   * @param losses takes the others
   */
  static List<ToolPolicy> writable(Policy policy, List<Loss> losses) {
    List<ToolPolicy> writable = new ArrayList<>();
    for (ToolPolicy tool : policy.tools()) {
      Optional<String> obstacle = whyNotWritten(tool.tool());
      if (obstacle.isPresent()) {
        losses.add(new Loss(tool.tool(), "left to the default, which denies: " + obstacle.get()));
      } else {
        writable.add(tool);
      }
    }
    return writable;
  }

  /**
   * Why a name must not be written as the key of a rule; such a tool falls to the policy's default,
   * which denies.
   */
  static Optional<String> whyNotWritten(String name) {
    if (name.equals("*")) {
      return Optional.of("its name is the wildcard, so a rule for it would govern every tool");
    }
    if (name.isBlank()) {
      return Optional.of("its name is blank");
    }
    if (name.length() > LONGEST) {
      return Optional.of("its name is longer than " + LONGEST + " characters");
    }
    if (hasLoneSurrogate(name)) {
      return Optional.of("its name is no valid Unicode");
    }
    return Optional.empty();
  }

  private static boolean hasLoneSurrogate(String name) {
    return name.codePoints()
        .anyMatch(
            codePoint ->
                codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
