package io.mcpcatalogue.classifier.rule;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that somebody has looked at and accepted. Immutable.
 *
 * @param server the server's id or name; like the others it may end in a star
 * @param tool the tool's name
 * @param rule the rule's id, as results name it
 * @param reason why it is accepted, never empty
 * @param expires the last day on which it holds
 * @param place where it is written, for messages
 */
public record Suppression(
    String server,
    String tool,
    String rule,
    String reason,
    Optional<LocalDate> expires,
    String place) {

  public Suppression {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a suppression needs a reason: " + place);
    }
  }

  boolean holdsOn(LocalDate today) {
    return expires.isEmpty() || !today.isAfter(expires.get());
  }

  boolean covers(String serverId, String serverName, String toolName, String ruleId) {
    return matches(rule, ruleId)
        && matches(tool, toolName)
        && (matches(server, serverId) || matches(server, serverName));
  }

  private static boolean matches(String wanted, String name) {
    return wanted.endsWith("*")
        ? name.startsWith(wanted.substring(0, wanted.length() - 1))
        : wanted.equals(name);
  }
}
