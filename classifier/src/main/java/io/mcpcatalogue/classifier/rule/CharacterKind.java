package io.mcpcatalogue.classifier.rule;

/** Characters that a reader does not see, or does not see as what they are. */
public enum CharacterKind {
  /** Unicode tags and variation selectors, which can carry a whole hidden text. */
  TAGS,
  /** Characters without width within words, other than those that join emoji and letters. */
  ZERO_WIDTH,
  /** A few of them between words, and soft hyphens: what translators and editors leave behind. */
  STRAY_ZERO_WIDTH,
  /** Marks that reverse the direction of what follows. */
  BIDIRECTIONAL,
  /** Terminal escapes and control characters other than line ends and tabs. */
  CONTROL,
  /** A long run of characters such as Base64 or hexadecimal. */
  BLOB,
  /** Many spaces or empty lines, which push text out of sight. */
  PADDING,
  /** Letters of another script that look like Latin ones, within a Latin word. */
  LOOK_ALIKE
}
