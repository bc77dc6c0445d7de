package io.mcpcatalogue.classifier.rule;

import io.mcpcatalogue.model.Severity;
import java.util.Optional;

/** A rule that raises the severity of a tool above the risk class of its category. Immutable. */
public record SeverityRule(
    String id,
    String summary,
    String reason,
    Severity raiseTo,
    Condition match,
    Optional<Condition> unless)
    implements Rule {}
