package io.mcpcatalogue.cli.policies;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.CatalogueReader;
import io.mcpcatalogue.classifier.policy.PolicyDeriver;
import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.ExitCode;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.cli.options.CatalogueOptions;
import io.mcpcatalogue.cli.options.RuleOptions;
import io.mcpcatalogue.cli.words.Command;
import io.mcpcatalogue.cli.words.Option;
import io.mcpcatalogue.cli.words.Parameter;
import io.mcpcatalogue.cli.words.Syntax;
import io.mcpcatalogue.export.AtomicFile;
import io.mcpcatalogue.export.Counted;
import io.mcpcatalogue.export.policy.PolicyFiles;
import io.mcpcatalogue.export.policy.PolicyFormat;
import io.mcpcatalogue.export.policy.PolicyText;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code export policies}: one policy file a server, from the catalogue. */
public final class ExportPoliciesCommand implements Command {
  private static final int NOT_SCANNED_NAMED = 5;

  private final Console console;
  private final Parameter<String> names =
      Parameter.texts(
          "SERVER",
          0,
          Parameter.ANY,
          "The servers' ids or names; all of the catalogue when none is named.");
  private final Option<String> format = CheckedPolicies.option();
  private final Option<Path> folder =
      Option.path("--out", "DIR", "The folder for the files; it is made when it is not there.")
          .required();
  private final Option<String> profile =
      Option.text(
          "--profile",
          "PROFILE",
          "strict, recommended (default), permissive, or one of your own rule packs.");
  private final CatalogueOptions catalogue = new CatalogueOptions();
  private final RuleOptions rules = new RuleOptions();

  public ExportPoliciesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            "Writes one policy file a server and prints the paths. What a format cannot say becomes"
                + " stricter and is told on standard error.")
        .with(names, format, folder, profile, catalogue, rules);
  }

  @Override
  public Integer call() throws CatalogueException {
    Export export =
        new Export(
            CheckedPolicies.format(format.given()),
            RuleOptions.policies(rules.ruleSet(), profile.value(RuleOptions.RECOMMENDED)),
            new PolicyFiles(folder.given()));
    try (Catalogue opened = catalogue.openToRead(console)) {
      CatalogueReader reader = opened.reader();
      if (names.isGiven()) {
        for (String id : ids(reader)) {
          reader.latest(id).ifPresent(scan -> export.write(scan.report()));
        }
      } else {
        reader.forEachLatest(scan -> export.write(scan.report()));
      }
    }
    export.tellNotScanned();
    return (export.notScanned.isEmpty() ? ExitCode.DONE : ExitCode.GAPS).number();
  }

  /** All ids before the first file is written, so that a misspelled name changes nothing. */
  private Set<String> ids(CatalogueReader reader) throws CatalogueException {
    Set<String> ids = new LinkedHashSet<>();
    for (String name : names.values()) {
      ids.addAll(catalogue.idsOf(name, reader, console));
    }
    return ids;
  }

  /** An export under way; for one thread. */
  private final class Export {
    private final PolicyFormat format;
    private final PolicyDeriver policies;
    private final PolicyFiles files;
    private final List<String> notScanned = new ArrayList<>();

    Export(PolicyFormat format, PolicyDeriver policies, PolicyFiles files) {
      this.format = format;
      this.policies = policies;
      this.files = files;
    }

    void tellNotScanned() {
      if (!notScanned.isEmpty()) {
        String rest = notScanned.size() > NOT_SCANNED_NAMED ? " ..." : "";
        console
            .err()
            .println(
                SafeText.line(
                    "no policy for "
                        + Counted.of(notScanned.size(), "server")
                        + " not scanned: "
                        + String.join(", ", notScanned.stream().limit(NOT_SCANNED_NAMED).toList())
                        + rest));
      }
    }

    void write(ServerReport server) {
      String id = server.manifest().id();
      if (!server.isScanned()) {
        notScanned.add(id);
        return;
      }
      Policy policy = policies.derive(server.manifest().name(), server.assessment().tools());
      PolicyText written = CheckedPolicies.write(format, policy);
      try {
        Path file = files.write(id, format.fileExtension(), written.text());
        console.out().println(SafeText.line(file.toString()));
        CheckedPolicies.tellLosses(console, file, written);
      } catch (IOException e) {
        throw new UsageException(AtomicFile.describe(folder.given(), e));
      }
    }
  }
}
