package io.mcpcatalogue.classifier.facts;

import io.mcpcatalogue.classifier.text.Words;

/**
 * One text that a model may read. Immutable.
 *
 * @param place where it stands
 * @param decoded whether it stands there in another writing, such as Base64
 */
public record Text(Area area, Pointer place, String value, Words words, boolean decoded) {}
