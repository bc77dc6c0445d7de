package io.mcpcatalogue.cli.words;

import java.util.List;

/** A command that only has commands of its own, each made when it is needed. Immutable. */
public abstract class CommandGroup implements Command {
  private final Syntax syntax;
  private final String whatIsMissing;
  private final List<String> names;

  /**
   * @param whatIsMissing what is told when none of its commands is named
   * @param names the names of its commands, in the order in which help shows them
   */
  public CommandGroup(Syntax syntax, String whatIsMissing, List<String> names) {
    this.syntax = syntax;
    this.whatIsMissing = whatIsMissing;
    this.names = names;
  }

  /** The names of its commands, in the order in which help shows them. */
  public List<String> names() {
    return names;
  }

  /** The command of a name that it has. */
  public abstract Command member(String name);

  @Override
  public Syntax syntax() {
    return syntax;
  }

  @Override
  public Integer call() {
    throw new SyntaxException(whatIsMissing);
  }
}
