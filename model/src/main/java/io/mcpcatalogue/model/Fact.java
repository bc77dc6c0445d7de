package io.mcpcatalogue.model;

/**
 * Something a collector saw about a server that is no tool, such as an install script, an unpinned
 * launch command or plain http. Collectors state facts; the classifier judges them. Immutable.
 *
 * @param id a stable name, for rules to match: {@code launch/unpinned-package}
 * @param value the words that show it, with secrets already removed
 * @param where the place it was seen
 */
public record Fact(String id, String value, String where) {}
