package io.mcpcatalogue.cli.catalogue;

import io.mcpcatalogue.cli.words.Option;

/** How lists out of the catalogue are printed. */
enum ListFormat {
  TABLE,
  JSON;

  /** The option that chooses one. */
  static Option<ListFormat> option(String help) {
    return Option.oneOf(values(), "--format", "FORMAT", help);
  }

  static boolean isJson(Option<ListFormat> chosen) {
    return chosen.value(TABLE) == JSON;
  }
}
