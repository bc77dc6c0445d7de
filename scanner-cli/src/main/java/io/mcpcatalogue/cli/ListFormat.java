package io.mcpcatalogue.cli;

/** How lists out of the catalogue are printed. */
enum ListFormat {
  TABLE,
  JSON
}
