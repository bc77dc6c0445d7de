package io.mcpcatalogue.classifier.signal;

import io.mcpcatalogue.classifier.rule.Area;
import io.mcpcatalogue.classifier.text.Words;

/**
 * One text that a model may read. Immutable.
 *
 * @param place where it stands
 */
record Text(Area area, Step place, String value, Words words) {

  /** One step of a JSON pointer; pointers are spelled out only where something was found. */
  record Step(Step parent, String key) {
    static final Step ROOT = new Step(null, "");

    Step to(String next) {
      return new Step(this, next);
    }

    @Override
    public String toString() {
      StringBuilder pointer = new StringBuilder();
      for (Step step = this; step.parent != null; step = step.parent) {
        pointer.insert(0, "/" + step.key.replace("~", "~0").replace("/", "~1"));
      }
      return pointer.toString();
    }
  }
}
