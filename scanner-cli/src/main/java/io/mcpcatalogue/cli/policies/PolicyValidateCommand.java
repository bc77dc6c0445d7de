package io.mcpcatalogue.cli.policies;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.InputFile;
import io.mcpcatalogue.export.policy.PolicyFault;
import io.mcpcatalogue.export.policy.PolicyFormat;
import io.mcpcatalogue.json.JsonLimits;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.model.SafeText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code policies validate}: checks a policy file by the rules of its enforcer. */
final class PolicyValidateCommand implements Command {
  private final Console console;
  private final Parameter<Path> file = Parameter.path("FILE", "The policy file.");
  private final Option<String> format = CheckedPolicies.option();

  PolicyValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Checks a policy file. Exit code 2 when its enforcer would refuse it; warnings are for what"
                + " it accepts although it cannot be meant.")
        .with(file, format);
  }

  @Override
  public Integer call() {
    PolicyFormat expected = CheckedPolicies.format(format.given());
    List<PolicyFault> faults;
    try {
      faults = expected.faultsIn(CheckedPolicies.parse(expected, text()));
    } catch (MalformedJsonException e) {
      throw new UsageException(file.given() + ": " + e.getMessage());
    }
    for (PolicyFault fault : faults) {
      String where = fault.where().isEmpty() ? "" : fault.where() + ": ";
      console
          .out()
          .println(
              SafeText.line(
                  file.given()
                      + ": "
                      + fault.kind().name().toLowerCase(Locale.ROOT)
                      + " "
                      + fault.rule()
                      + ": "
                      + where
                      + fault.message()));
    }
    boolean refused = faults.stream().anyMatch(fault -> fault.kind() == PolicyFault.Kind.ERROR);
    if (!refused) {
      console.out().println(SafeText.line(file.given() + ": valid"));
    }
    return (refused ? ExitCode.USAGE : ExitCode.DONE).number();
  }

  private String text() {
    try {
      byte[] bytes = InputFile.read(file.given(), (int) JsonLimits.DEFAULT.maxDocumentLength());
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CollectException e) {
      throw new UsageException(e.getMessage());
    } catch (CharacterCodingException e) {
      throw new UsageException(InputFile.describe(file.given(), e));
    }
  }
}
