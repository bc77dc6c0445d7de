package io.mcpcatalogue.classifier.text;

/** What stands between a word and the one before it, from the weakest to the strongest. */
public enum Separator {
  /** Nothing but space, or a sign that separates nothing. */
  SPACE,
  HYPHEN,
  SLASH,
  COMMA,
  /** An opening bracket or quotation mark. */
  OPEN,
  COLON,
  /** A dash between spaces, an arrow or a bar. */
  DASH,
  /** The end of a line within a paragraph. */
  LINE,
  /** The end of a sentence, or a semicolon. */
  END,
  /** The sign of a list item at the start of a line, or of a heading. */
  BULLET,
  /** An empty line, or the beginning of the text. */
  PARAGRAPH
}
