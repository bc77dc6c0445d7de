package io.mcpcatalogue.collect.extract.script.module;

import java.util.List;

/**
 * What a name stands for in a part of a module. Identity matters: one object a declaration.
 * Immutable.
 */
public final class Declaration {

  /** How the name comes to its value. */
  public enum Kind {
    VARIABLE,
    PARAMETER,
    /** The variable of a {@code for … of}. */
    ITEM,
    FUNCTION,
    CLASS,
    ENUM,
    IMPORT
  }

  private final ScriptModule module;
  private final Kind kind;
  private final String name;
  private final int token;
  private final int value;
  private final int index;
  private final List<String> path;
  private final int from;
  private final int to;

  /**
   * @param token where the name stands
   * @param value the first token of the value: of a variable its initialiser, of a parameter its
   *     default, of an item what is walked over, of a function or class its start, of an enum its
   *     brace
   * @param index of a parameter, which one it is; of a rest parameter negative minus one
   * @param path the members that lead from the value to this name, when it is destructured; of an
   *     import the module and the name there
   * @param from first token of the part where it holds
   * @param to the token after that part
   */
  Declaration(
      ScriptModule module,
      Kind kind,
      String name,
      int token,
      int value,
      int index,
      List<String> path,
      int from,
      int to) {
    this.module = module;
    this.kind = kind;
    this.name = name;
    this.token = token;
    this.value = value;
    this.index = index;
    this.path = List.copyOf(path);
    this.from = from;
    this.to = to;
  }

  public ScriptModule module() {
    return module;
  }

  public Kind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  int token() {
    return token;
  }

  public int value() {
    return value;
  }

  public int index() {
    return index;
  }

  public List<String> path() {
    return path;
  }

  public boolean holdsAt(int place) {
    return place >= from && place < to;
  }

  /** Whether what is bound to the name, or to {@code this} of the class, can be seen from here. */
  public boolean hangsOn(Object bound) {
    if (bound instanceof Declaration other) {
      return other.module == module && isTouchedWithin(other.from, other.to);
    }
    return bound instanceof ScriptClass around
        && around.module() == module
        && isTouchedWithin(around.start(), module.tokens().closing(around.body()));
  }

  /** Whether it stands, or is changed, in this part. */
  private boolean isTouchedWithin(int start, int end) {
    if (token >= start && token < end) {
      return true;
    }
    for (Change change : module.changesOf(this)) {
      if (change.token() >= start && change.token() < end) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds in all of its module, and so hangs on no parameter. */
  public boolean isGlobal() {
    return extent() == module.tokens().count();
  }

  int extent() {
    return to - from;
  }
}
