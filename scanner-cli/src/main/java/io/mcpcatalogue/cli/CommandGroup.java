package io.mcpcatalogue.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A command that only has commands of its own, each made when it is needed. For one thread. */
final class CommandGroup implements Command {
  private final Syntax syntax;
  private final String whatIsMissing;
  private final Map<String, Supplier<Command>> members = new LinkedHashMap<>();

  /**
   * @param whatIsMissing what is told when none of its commands is named
   */
  CommandGroup(Syntax syntax, String whatIsMissing) {
    this.syntax = syntax;
    this.whatIsMissing = whatIsMissing;
  }

  CommandGroup with(String name, Supplier<Command> member) {
    members.put(name, member);
    return this;
  }

  /** The names of its commands, in the order in which help shows them. */
  Set<String> names() {
    return members.keySet();
  }

  /** The command of a name that it has. */
  Command member(String name) {
    return members.get(name).get();
  }

  @Override
  public Syntax syntax() {
    return syntax;
  }

  @Override
  public Integer call() {
    throw new SyntaxException(whatIsMissing);
  }
}
