package io.mcpcatalogue.cli;

import java.util.function.Consumer;

/** How lists out of the catalogue are printed. */
enum ListFormat {
  TABLE,
  JSON;

  /** The option that chooses one. */
  static Syntax.Part option(String help, Consumer<ListFormat> taker) {
    return syntax ->
        syntax.option(
            "--format", "FORMAT", help, word -> taker.accept(Values.oneOf(values(), word)));
  }
}
