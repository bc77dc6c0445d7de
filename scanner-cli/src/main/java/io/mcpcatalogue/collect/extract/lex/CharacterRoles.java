package io.mcpcatalogue.collect.extract.lex;

/** What a character below 128 may be in a language: several roles are added up. */
final class CharacterRoles {
  static final byte SPACE = 1;
  static final byte WORD = 2;
  static final byte DIGIT = 4;
  static final byte BRACKET = 8;
  static final byte OPENS_STRING = 16;
  static final byte OPENS_COMMENT = 32;

  /** Begins a word when a word follows. */
  static final byte OPENS_WORD = 64;

  /** The roles that a character has in every language. */
  private static final byte[] COMMON = common();

  private CharacterRoles() {}

  static byte[] of(Language language) {
    byte[] roles = COMMON.clone();
    for (StringForm form : language.strings()) {
      roles[form.open().charAt(0)] |= OPENS_STRING;
    }
    for (String open : language.lineComments()) {
      roles[open.charAt(0)] |= OPENS_COMMENT;
    }
    if (!language.blockOpen().isEmpty()) {
      roles[language.blockOpen().charAt(0)] |= OPENS_COMMENT;
    }
    for (char start : language.wordStarts().toCharArray()) {
      roles[start] |= OPENS_WORD;
    }
    return roles;
  }

  /** Whether a word goes on with the character. */
  static boolean isWordPart(char c) {
    return c < 128 ? (COMMON[c] & (WORD | DIGIT)) != 0 : isWord(c);
  }

  static boolean isWord(char c) {
    return c < 128 ? COMMON[c] == WORD : Character.isUnicodeIdentifierPart(c);
  }

  /** The role of a character from 128 on. */
  static byte ofOther(char c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
      return SPACE;
    }
    return Character.isUnicodeIdentifierPart(c) || Character.isSurrogate(c) ? WORD : 0;
  }

  private static byte[] common() {
    byte[] roles = new byte[128];
    for (char c = 0; c <= ' '; c++) {
      roles[c] = SPACE;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      roles[c] = WORD;
      roles[c - 32] = WORD;
    }
    for (char c = '0'; c <= '9'; c++) {
      roles[c] = DIGIT;
    }
    roles['_'] = WORD;
    roles['$'] = WORD;
    for (char c : "()[]{}".toCharArray()) {
      roles[c] = BRACKET;
    }
    return roles;
  }
}
