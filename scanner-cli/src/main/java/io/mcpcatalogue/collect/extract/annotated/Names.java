package io.mcpcatalogue.collect.extract.annotated;

import java.util.Locale;

/** How SDKs make names out of names. */
final class Names {
  private Names() {}

  /** {@code GetAlerts} is {@code get_alerts}, {@code ParseURL} is {@code parse_url}. */
  static String snakeCase(String name) {
    return separated(name, '_');
  }

  /** {@code ListNotes} is {@code list-notes}. */
  static String kebabCase(String name) {
    return separated(name, '-');
  }

  private static String separated(String name, char separator) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean startsWord =
          Character.isUpperCase(c)
              && i > 0
              && name.charAt(i - 1) != '_'
              && (!Character.isUpperCase(name.charAt(i - 1))
                  || i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
      if (startsWord) {
        text.append(separator);
      }
      text.append(c == '_' || c == '-' ? separator : c);
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  /** The name of a field in the style that its type asks for, such as {@code camelCase}. */
  static String styled(String name, String style) {
    return switch (style) {
      case "camelCase" -> camelCase(name);
      case "PascalCase" -> {
        String camel = camelCase(name);
        yield camel.isEmpty() ? camel : Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
      }
      case "snake_case" -> snakeCase(name);
      case "kebab-case" -> kebabCase(name);
      case "lowercase" -> name.toLowerCase(Locale.ROOT);
      case "UPPERCASE" -> name.toUpperCase(Locale.ROOT);
      case "SCREAMING_SNAKE_CASE" -> snakeCase(name).toUpperCase(Locale.ROOT);
      default -> name;
    };
  }

  static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_' || c == '-') {
        upper = text.length() > 0;
      } else {
        text.append(
            upper ? Character.toUpperCase(c) : text.isEmpty() ? Character.toLowerCase(c) : c);
        upper = false;
      }
    }
    return text.toString();
  }
}
