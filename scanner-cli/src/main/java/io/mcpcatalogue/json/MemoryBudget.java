package io.mcpcatalogue.json;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/**
 * Counts what the values of one document cost in memory, roughly and rather too much than too
 * little: a small text can become a large tree. For one thread and one document.
 */
final class MemoryBudget {
  private static final int OBJECT = 150;
  private static final int ARRAY = 64;
  private static final int MEMBER = 64;
  private static final int ELEMENT = 8;
  private static final int SCALAR = 56;

  static final String REASON = "memory";

  private long left;

  MemoryBudget(long bytes) {
    this.left = bytes;
  }

  void object() throws StreamConstraintsException {
    take(OBJECT);
  }

  void member(String name) throws StreamConstraintsException {
    take(MEMBER + name.length());
  }

  void array() throws StreamConstraintsException {
    take(ARRAY);
  }

  void element() throws StreamConstraintsException {
    take(ELEMENT);
  }

  void scalar(String text) throws StreamConstraintsException {
    take(SCALAR + text.length());
  }

  private void take(int bytes) throws StreamConstraintsException {
    left -= bytes;
    if (left < 0) {
      throw new StreamConstraintsException(REASON);
    }
  }
}
