package io.mcpcatalogue.model;

/**
 * What a rule says of itself, for reports that explain their findings. Immutable.
 *
 * @param why why what it finds matters
 * @param advice what to do about it, empty when there is nothing to say
 */
public record RuleText(String id, String summary, String why, String advice) {}
