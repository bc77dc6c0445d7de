package io.mcpcatalogue.model;

/**
 * One contribution to a verdict: which rule spoke, where, on which words, and how much it weighs.
 * Immutable.
 *
 * @param rule the rule's id
 * @param category the category it speaks for, or against when the weight is negative
 * @param weight its weight
 * @param at JSON pointer into the tool definition
 * @param start first character of the quote within the text at the pointer
 * @param end behind its last character
 * @param quote the exact words
 */
public record Evidence(
    String rule, Category category, double weight, String at, int start, int end, String quote) {}
