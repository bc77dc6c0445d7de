package io.mcpcatalogue.collect.extract.script.module;

import io.mcpcatalogue.collect.extract.value.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that one character class makes up, repeated or not. Immutable.
 *
 * @param everywhere whether it stands for all that match, not for the first alone
 */
public record CharacterPattern(Pattern pattern, boolean everywhere) implements Value.LanguageValue {

  /** A class or a single character, and perhaps a plus: whatever else there is may take long. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "/((?:\\\\[sSdDwW.]|\\[\\^?(?:[^\\[\\]\\\\&]|\\\\[sSdDwW.\\-/])+\\]|[\\w\\s:-])\\+?)/(g?i?)");

  /** The regular expression of a literal, where it is a simple one. */
  static Optional<CharacterPattern> of(String literal) {
    Matcher matcher = LITERAL.matcher(literal);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int flags = matcher.group(2).contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    return Optional.of(
        new CharacterPattern(
            Pattern.compile(matcher.group(1), flags), matcher.group(2).contains("g")));
  }
}
