package io.mcpcatalogue.cli;

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
