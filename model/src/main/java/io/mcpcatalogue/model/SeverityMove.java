package io.mcpcatalogue.model;

/**
 * One step of a severity away from the risk class, with the rule that moved it and why. Immutable.
 */
public record SeverityMove(String rule, Severity from, Severity to, String reason) {}
