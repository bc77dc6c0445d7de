package io.mcpcatalogue.collect.extract.script.evaluate;

import io.mcpcatalogue.collect.extract.script.module.Node;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which schema builders are known, whatever their root is called in a build. */
public final class SchemaWords {
  private static final Pattern ROOT =
      Pattern.compile(
          "_?z(od)?[0-9_$]*|(external_exports|exports_external)[0-9]*|(import_)?zod.*|v[0-9]*"
              + "|yup|Joi|Type|S|Schema");

  /** The kinds of text that have a builder of their own, beside those of {@link #TYPES}. */
  static final Set<String> TEXTS =
      Set.of(
          "base64",
          "base64url",
          "cidrv4",
          "cidrv6",
          "cuid",
          "cuid2",
          "e164",
          "guid",
          "httpUrl",
          "ipv4",
          "ipv6",
          "jwt",
          "nanoid",
          "ulid",
          "uuidv4",
          "uuidv6",
          "uuidv7");

  /** What begins a schema: a call of one of these on a library's root. */
  static final Set<String> TYPES =
      Set.of(
          "string",
          "number",
          "boolean",
          "bigint",
          "date",
          "int",
          "integer",
          "float",
          "object",
          "strictObject",
          "looseObject",
          "array",
          "tuple",
          "record",
          "map",
          "set",
          "enum",
          "nativeEnum",
          "literal",
          "union",
          "discriminatedUnion",
          "intersection",
          "any",
          "unknown",
          "never",
          "null",
          "undefined",
          "void",
          "optional",
          "nullable",
          "nullish",
          "lazy",
          "preprocess",
          "email",
          "url",
          "uuid",
          "instanceof",
          "coerce",
          "custom",
          "json",
          "pipe",
          "picklist",
          "partialRecord",
          "promise",
          "function",
          "templateLiteral",
          "stringbool");

  private SchemaWords() {}

  /** Whether a call of this name on a library's root begins a schema. */
  static boolean begins(String function) {
    return TYPES.contains(function) || TEXTS.contains(function);
  }

  /**
   * Whether {@code root.type} begins a schema. In a bundle the library lies in the same file;
   * following its functions would lead nowhere.
   */
  static boolean isBuilder(Node.Member member) {
    return begins(member.name()) && isRoot(member.object());
  }

  private static boolean isRoot(Node node) {
    if (node instanceof Node.Member member) {
      return (member.name().equals("z")
              || member.name().equals("coerce")
              || member.name().equals("default"))
          && rootName(node).length() < 60;
    }
    return node instanceof Node.Name name && isRootName(name.name());
  }

  /** {@code z}, {@code z17}, {@code zod}, {@code external_exports}, or a letter of a minifier. */
  private static boolean isRootName(String name) {
    return name.length() <= 2 && !name.equals("this") || ROOT.matcher(name).matches();
  }

  /**
   * The word that a function of a bundled library stands for: {@code string2}, {@code _enum}; the
   * name itself when it is none.
   */
  static String plain(String function) {
    int from = function.startsWith("_") ? 1 : 0;
    int to = function.length();
    while (to > from && Character.isDigit(function.charAt(to - 1))) {
      to--;
    }
    String word = function.substring(from, to);
    return TYPES.contains(word) ? word : function;
  }

  public static String rootName(Node node) {
    if (node instanceof Node.Name name) {
      return name.name();
    }
    return node instanceof Node.Member member
        ? rootName(member.object()) + "." + member.name()
        : "";
  }
}
