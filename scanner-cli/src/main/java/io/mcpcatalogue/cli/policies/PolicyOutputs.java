package io.mcpcatalogue.cli.policies;

import io.mcpcatalogue.cli.console.Console;
import io.mcpcatalogue.cli.console.UsageException;
import io.mcpcatalogue.export.AtomicFile;
import io.mcpcatalogue.export.policy.PolicyFormat;
import io.mcpcatalogue.export.policy.PolicyText;
import io.mcpcatalogue.model.ServerReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The policy files that a scan writes beside its report: {@code --policy FORMAT=FILE}. */
public final class PolicyOutputs {
  private final Map<PolicyFormat, Path> files;

  private PolicyOutputs(Map<PolicyFormat, Path> files) {
    this.files = files;
  }

  /** The files by the ids of their formats; of two with one format the later holds. */
  public static PolicyOutputs of(List<Map.Entry<String, Path>> byFormat) {
    Map<PolicyFormat, Path> files = new LinkedHashMap<>();
    for (Map.Entry<String, Path> file : byFormat) {
      files.put(CheckedPolicies.format(file.getKey()), file.getValue());
    }
    return new PolicyOutputs(files);
  }

  /**
   * Writes the files; a policy file is for one server, so there must be exactly one that was
   * scanned.
   */
  public void write(Console console, List<ServerReport> servers) {
    if (files.isEmpty()) {
      return;
    }
    List<ServerReport> scanned = servers.stream().filter(ServerReport::isScanned).toList();
    if (scanned.isEmpty()) {
      console.err().println("No policy was written: nothing was scanned.");
      return;
    }
    if (scanned.size() > 1) {
      throw new UsageException(
          "--policy writes one file for one server, and "
              + scanned.size()
              + " were scanned: use 'export policies --out DIR'");
    }
    files.forEach((format, file) -> write(console, format, file, scanned.get(0)));
  }

  private static void write(Console console, PolicyFormat format, Path file, ServerReport server) {
    PolicyText policy = CheckedPolicies.write(format, server.policy());
    try {
      AtomicFile.write(file, out -> out.append(policy.text()));
    } catch (IOException e) {
      throw new UsageException(AtomicFile.describe(file, e));
    }
    CheckedPolicies.tellLosses(console, file, policy);
  }
}
