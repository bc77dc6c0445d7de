package io.mcpcatalogue.cli.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A command that only has commands of its own, each made when it is needed. Immutable.
 *
 * @param <M> its commands, named as on the command line but in capitals, in the order in which help
 *     shows them
 */
public abstract class CommandGroup<M extends Enum<M>> implements Command {
  private final Syntax syntax;
  private final String whatIsMissing;
  private final M[] members;

  /**
   * @param whatIsMissing what is told when none of its commands is named
   */
  protected CommandGroup(Syntax syntax, String whatIsMissing, M[] members) {
    this.syntax = syntax;
    this.whatIsMissing = whatIsMissing;
    this.members = members;
  }

  /** Makes one of its commands. */
  protected abstract Command make(M member);

  /** What a word was meant to begin that names none of its commands; empty when nobody knows. */
  protected String meant(String word) {
    return "";
  }

  /** The names of its commands, in the order in which help shows them. */
  public final List<String> names() {
    List<String> names = new ArrayList<>();
    for (M member : members) {
      names.add(name(member));
    }
    return names;
  }

  /** The command of a name that it has. */
  public final Command member(String name) {
    for (M member : members) {
      if (name(member).equals(name)) {
        return make(member);
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static String name(Enum<?> member) {
    return member.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public final Syntax syntax() {
    return syntax;
  }

  @Override
  public final Integer call() {
    throw new SyntaxException(whatIsMissing);
  }
}
