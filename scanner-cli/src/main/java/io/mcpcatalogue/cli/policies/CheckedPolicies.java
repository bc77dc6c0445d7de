package io.mcpcatalogue.cli.policies;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.export.policy.PolicyFault;
import io.mcpcatalogue.export.policy.PolicyFormat;
import io.mcpcatalogue.export.policy.PolicyFormats;
import io.mcpcatalogue.export.policy.PolicyText;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.YamlReader;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.SafeText;
import java.util.List;

/**
 * Policies that are read back and checked by the rules of their enforcer before anybody gets them.
 */
final class CheckedPolicies {
  /** How much of the name of a tool is shown. */
  private static final int LONGEST_NAME = 200;

  private CheckedPolicies() {}

  /** The option that names a format. */
  static Option<String> option() {
    return Option.text("--format", "FORMAT", "The policy format; 'policies formats' lists them.")
        .required();
  }

  static PolicyFormat format(String id) {
    return PolicyFormats.byId(id)
        .orElseThrow(
            () ->
                UsageException.unknown(
                    "policy format",
                    id,
                    PolicyFormats.all().stream().map(PolicyFormat::id).toList()));
  }

  /** Writes a policy; one that its own enforcer would refuse is a fault of this program. */
  static PolicyText write(PolicyFormat format, Policy policy) {
    PolicyText written = format.write(policy);
    try {
      List<PolicyFault> faults = format.faultsIn(parse(format, written.text()));
      if (!faults.isEmpty()) {
        throw new IllegalStateException(
            "the " + format.id() + " policy for " + policy.server() + " is wrong: " + faults);
      }
    } catch (MalformedJsonException e) {
      throw new IllegalStateException(
          "the " + format.id() + " policy for " + policy.server() + " cannot be read back", e);
    }
    return written;
  }

  /** Tells what the file says otherwise than the policy. */
  static void tellLosses(Console console, Object file, PolicyText written) {
    for (PolicyText.Loss loss : written.losses()) {
      String tool = SafeText.line(loss.tool(), LONGEST_NAME);
      console.err().println(SafeText.line(file + ": ") + tool + ": " + SafeText.line(loss.what()));
    }
  }

  static JsonValue parse(PolicyFormat format, String text) throws MalformedJsonException {
    return switch (format.syntax()) {
      case JSON -> JsonReader.withDefaultLimits().parse(text);
      case YAML -> YamlReader.withDefaultLimits().parse(text);
    };
  }
}
