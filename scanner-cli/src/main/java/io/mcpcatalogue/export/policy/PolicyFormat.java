package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.Policy;
import java.util.List;

/**
 * A policy language of some gateway or client. Implementations are immutable and stand in {@link
 * PolicyFormats}.
 */
public interface PolicyFormat {

  /** The notation in which a format is written, by which its files are parsed. */
  enum Syntax {
    JSON,
    YAML
  }

  /** The id on the command line, such as {@code intercept}. */
  String id();

  /** Who enforces it, in one line. */
  String description();

  /** The notation of its files. */
  Syntax syntax();

  /** The ending of its files, without the dot. */
  String fileExtension();

  /** Writes a policy, and says what the format could not express of it. */
  PolicyText write(Policy policy);

  /**
   * Judges a document of this format, as parsed by its {@link #syntax}: what its enforcer would
   * refuse, and what it would accept although it cannot mean it.
   */
  List<PolicyFault> faultsIn(JsonValue document);
}
