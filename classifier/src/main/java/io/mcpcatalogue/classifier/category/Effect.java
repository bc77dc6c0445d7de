package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.model.Category;

/** What a rule adds to a category's sum; a negative weight speaks against it. Immutable. */
public record Effect(Category category, double weight) {}
