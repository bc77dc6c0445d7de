package io.mcpcatalogue.collect.extract.lex;

import io.mcpcatalogue.collect.extract.lex.StringForm.Escapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lexical table of a language: all that the {@link Lexer} needs to know of it.
 *
 * <p>String forms are tried in their order, so a longer opener stands before a shorter one.
 */
public enum Language {
  SCRIPT(
      Set.of("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"),
      Set.of("//"),
      "/*",
      "*/",
      List.of(StringForm.line("\""), StringForm.line("'")),
      "",
      "#",
      Set.of(Feature.TEMPLATES, Feature.REGEX)),
  PYTHON(
      Set.of("py", "pyi"),
      Set.of("#"),
      "",
      "",
      List.of(
          StringForm.block("\"\"\""),
          StringForm.block("'''"),
          StringForm.line("\""),
          StringForm.line("'")),
      "rRbBfFuUtT",
      "",
      Set.of(Feature.KEEPS_UNKNOWN_ESCAPES)),
  GO(
      Set.of("go"),
      Set.of("//"),
      "/*",
      "*/",
      List.of(StringForm.raw("`", "`"), StringForm.line("\""), StringForm.line("'")),
      "",
      "",
      Set.of()),
  JAVA(
      Set.of("java"),
      Set.of("//"),
      "/*",
      "*/",
      List.of(StringForm.block("\"\"\""), StringForm.line("\""), StringForm.line("'")),
      "",
      "",
      Set.of()),
  KOTLIN(
      Set.of("kt", "kts"),
      Set.of("//"),
      "/*",
      "*/",
      List.of(
          StringForm.raw("\"\"\"", "\"\"\"").withHole("${"),
          StringForm.line("\"").withHole("${"),
          StringForm.line("'")),
      "",
      "",
      Set.of(Feature.NESTED_COMMENTS)),
  CSHARP(
      Set.of("cs"),
      // What follows # is for the preprocessor: names of regions, conditions.
      Set.of("//", "#"),
      "/*",
      "*/",
      List.of(
          StringForm.raw("$$\"\"\"", "\"\"\""),
          StringForm.raw("$\"\"\"", "\"\"\""),
          StringForm.raw("\"\"\"", "\"\"\""),
          new StringForm("$@\"", "\"", Escapes.DOUBLED, true, ""),
          new StringForm("@$\"", "\"", Escapes.DOUBLED, true, ""),
          new StringForm("@\"", "\"", Escapes.DOUBLED, true, ""),
          new StringForm("$\"", "\"", Escapes.BACKSLASH, false, "{"),
          StringForm.line("\""),
          StringForm.line("'")),
      "",
      "@",
      Set.of()),
  RUST(
      Set.of("rs"),
      Set.of("//"),
      "/*",
      "*/",
      List.of(StringForm.block("\"")),
      "bc",
      "",
      Set.of(Feature.NESTED_COMMENTS, Feature.LIFETIMES, Feature.HASH_STRINGS)),
  PHP(
      Set.of("php"),
      Set.of("//", "#"),
      "/*",
      "*/",
      List.of(StringForm.block("\""), StringForm.block("'")),
      "",
      "",
      Set.of(Feature.HEREDOC, Feature.HASH_ATTRIBUTES, Feature.KEEPS_UNKNOWN_ESCAPES)),
  RUBY(
      Set.of("rb"),
      Set.of("#"),
      "\n=begin",
      "\n=end",
      List.of(StringForm.block("\"").withHole("#{"), StringForm.block("'")),
      "",
      "@",
      Set.of(Feature.HEREDOC, Feature.REGEX)),
  SWIFT(
      Set.of("swift"),
      Set.of("//"),
      "/*",
      "*/",
      List.of(StringForm.block("\"\"\""), StringForm.line("\"")),
      "",
      "",
      Set.of(Feature.NESTED_COMMENTS));

  /** What needs more than a table. */
  enum Feature {
    /** Back-ticked templates with expressions inside, nested to any depth. */
    TEMPLATES,
    /** A slash may open a regular expression. */
    REGEX,
    NESTED_COMMENTS,
    /** A quote may open a lifetime ({@code 'a}) instead of a character. */
    LIFETIMES,
    /** Raw strings with hashes around their quotes. */
    HASH_STRINGS,
    HEREDOC,
    /** {@code #[} opens an attribute although {@code #} opens a comment. */
    HASH_ATTRIBUTES,
    /** A backslash before an ordinary character stays in the string. */
    KEEPS_UNKNOWN_ESCAPES
  }

  private static final Map<String, Language> BY_SUFFIX = bySuffix();

  private final Set<String> suffixes;
  private final Set<String> lineComments;
  private final String blockOpen;
  private final String blockClose;
  private final List<StringForm> strings;
  private final String stringPrefixes;
  private final String wordStarts;
  private final Set<Feature> features;
  private final byte[] roles;

  Language(
      Set<String> suffixes,
      Set<String> lineComments,
      String blockOpen,
      String blockClose,
      List<StringForm> strings,
      String stringPrefixes,
      String wordStarts,
      Set<Feature> features) {
    this.suffixes = suffixes;
    this.lineComments = lineComments;
    this.blockOpen = blockOpen;
    this.blockClose = blockClose;
    this.strings = strings;
    this.stringPrefixes = stringPrefixes;
    this.wordStarts = wordStarts;
    this.features = features;
    this.roles = CharacterRoles.of(this);
  }

  private static Map<String, Language> bySuffix() {
    Map<String, Language> languages = new HashMap<>();
    for (Language language : values()) {
      language.suffixes.forEach(suffix -> languages.put(suffix, language));
    }
    return Map.copyOf(languages);
  }

  /** The language of a file by its name. */
  public static Optional<Language> of(String path) {
    return Optional.ofNullable(BY_SUFFIX.get(path.substring(path.lastIndexOf('.') + 1)));
  }

  /** The endings of its files' names, without the dot. */
  public Set<String> suffixes() {
    return suffixes;
  }

  Set<String> lineComments() {
    return lineComments;
  }

  String blockOpen() {
    return blockOpen;
  }

  String blockClose() {
    return blockClose;
  }

  List<StringForm> strings() {
    return strings;
  }

  /** Letters that may stand directly before a quote and belong to the string. */
  String stringPrefixes() {
    return stringPrefixes;
  }

  /** Characters besides letters, {@code _} and {@code $} that may begin a word. */
  String wordStarts() {
    return wordStarts;
  }

  /** What each character below 128 may be, by {@link CharacterRoles}. */
  byte[] roles() {
    return roles;
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }
}
