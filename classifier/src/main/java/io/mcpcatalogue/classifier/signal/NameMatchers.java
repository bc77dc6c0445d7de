package io.mcpcatalogue.classifier.signal;

/** The matcher for the names of tools and parameters, with its number of slots. Immutable. */
record NameMatchers(PhraseMatcher matcher, int slots) {}
