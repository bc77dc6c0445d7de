package io.mcpcatalogue.classifier.rule;

import java.util.Optional;

/** A rule that tells what a tool can be used for in a chain of calls. Immutable. */
public record CapabilityRule(String id, String summary, Condition match, Optional<Condition> unless)
    implements Rule {}
