package io.mcpcatalogue.collect.live.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises in the last words of a server that it misses credentials, and which variable would
 * give them. Immutable.
 *
 * @param variables the variables that are named, in the order of their mention; may be empty
 * @param line the line that says it
 */
record MissingCredentials(List<String> variables, String line) {
  private static final int MAX_VARIABLES = 6;

  /** A variable is missing when one of these stands in the same or a neighbouring line. */
  private static final Pattern MISSING =
      Pattern.compile(
          "(?i)\\b(?:required?|requires|missing|mandatory|must (?:be )?(?:set|provide|provided|defined"
              + "|specified|configured|have)|must set|not (?:set|provided|found|defined|configured"
              + "|specified|present|available)|isn'?t set|is (?:empty|unset|undefined|needed)"
              + "|cannot be (?:empty|found)|please (?:set|provide|specify|configure|add)|set the"
              + "|set your|provide (?:a|an|the|your)|no \\S+ (?:set|provided|found|given)|needs?"
              + "|expected|undefined|unset|invalid|keyerror|set it)\\b");

  private static final Pattern VARIABLE = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");

  /** Endings that tell a credential, whatever the sentence around them. */
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          ".*(?:KEY|TOKEN|SECRET|PASSWORD|PASS|PASSWD|PAT|CREDENTIALS?|AUTH|SID|DSN"
              + "|CONNECTION_STRING|DATABASE_URL|CLIENT_ID|USERNAME|EMAIL|COOKIE)(?:_[A-Z0-9]+)?");

  private static final Pattern ABOUT_VARIABLES =
      Pattern.compile("(?i)environment|\\benv\\b|process\\.env|variable|\\.env\\b|os\\.environ");

  /** Names of errors and of the run-time look like variables, but nobody can set them. */
  private static final Pattern NO_VARIABLE =
      Pattern.compile("(?:ERR|NODE|NPM|EAI|UNABLE|SELF_SIGNED|DEPTH|CERT|HTTP|ECONN|MODULE)_.*");

  private static final Pattern WITHOUT_VARIABLE =
      Pattern.compile(
          "(?i)(?:api[ -]?key|(?:api|access|auth|bearer)[ -]?token|environment variables?|credentials?|personal"
              + " access token|client secret|service account|login)\\b");

  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)\\b(?:unauthori[sz]ed|unauthenticated|not (?:authenticated|logged in|authori[sz]ed)"
              + "|authentication (?:failed|required)|invalid (?:api[ -]?key|token|credentials))\\b");

  static Optional<MissingCredentials> in(List<String> lines) {
    Set<String> variables = new LinkedHashSet<>();
    String telling = "";
    for (int i = 0; i < lines.size(); i++) {
      String near = neighbourhood(lines, i);
      for (String variable : variablesIn(lines.get(i))) {
        boolean named =
            CREDENTIAL.matcher(variable).matches() || ABOUT_VARIABLES.matcher(lines.get(i)).find();
        if (named && MISSING.matcher(near).find() && variables.size() < MAX_VARIABLES) {
          telling = telling.isEmpty() ? lines.get(i) : telling;
          variables.add(variable);
        }
      }
    }
    if (!variables.isEmpty()) {
      return Optional.of(new MissingCredentials(List.copyOf(variables), telling));
    }
    return lines.stream()
        .filter(MissingCredentials::isAboutCredentials)
        .findFirst()
        .map(line -> new MissingCredentials(List.of(), line));
  }

  private static boolean isAboutCredentials(String line) {
    return REFUSED.matcher(line).find()
        || (WITHOUT_VARIABLE.matcher(line).find() && MISSING.matcher(line).find());
  }

  /** A schema checker says name and fault in different lines. */
  private static String neighbourhood(List<String> lines, int index) {
    return String.join(
        "\n", lines.subList(Math.max(0, index - 3), Math.min(lines.size(), index + 4)));
  }

  private static List<String> variablesIn(String line) {
    List<String> found = new ArrayList<>();
    Matcher matcher = VARIABLE.matcher(line);
    while (matcher.find()) {
      if (!NO_VARIABLE.matcher(matcher.group()).matches()) {
        found.add(matcher.group());
      }
    }
    return found;
  }
}
