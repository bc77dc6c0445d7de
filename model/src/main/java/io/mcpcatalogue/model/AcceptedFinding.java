package io.mcpcatalogue.model;

/**
 * A finding that somebody has looked at and accepted. Immutable.
 *
 * @param tool the tool's name, empty for what concerns the whole server
 * @param rule the signal's id, or the {@link Category#verdictId()} of the tool
 * @param reason why it is accepted
 */
public record AcceptedFinding(String tool, String rule, String reason) {}
