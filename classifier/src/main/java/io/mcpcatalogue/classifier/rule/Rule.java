package io.mcpcatalogue.classifier.rule;

import java.util.Optional;

/** A rule that speaks where its conditions hold. */
public sealed interface Rule permits SignalRule, CapabilityRule, SeverityRule {
  String id();

  Condition match();

  /** The conditions under which it stays silent although it matches. */
  Optional<Condition> unless();
}
