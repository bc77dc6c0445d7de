package io.mcpcatalogue.classifier.rule;

import io.mcpcatalogue.model.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A rule that gives a signal. Immutable.
 *
 * @param id its folder and stem: {@code schema/freeform-command}
 * @param about what it looks at
 * @param message one line for people; {@code {parameters}}, {@code {words}}, {@code {count}},
 *     {@code {tools}}, {@code {value}} and {@code {category}} stand for what was found
 * @param unless the conditions under which it stays silent although it matches
 * @param quotedBy what stands before a quotation that is only an example of what the tool looks
 *     for, so that it counts less
 * @param mentionedBy the same where no quotation marks are asked for
 */
public record SignalRule(
    String id,
    About about,
    String summary,
    String why,
    String message,
    Severity severity,
    Confidence confidence,
    Condition match,
    Optional<Condition> unless,
    List<Phrase> quotedBy,
    List<Phrase> mentionedBy,
    List<String> references,
    String advice,
    List<String> falsePositives)
    implements Rule {

  public SignalRule {
    quotedBy = List.copyOf(quotedBy);
    mentionedBy = List.copyOf(mentionedBy);
    references = List.copyOf(references);
    falsePositives = List.copyOf(falsePositives);
  }

  /** What a rule looks at. */
  public enum About {
    /** One tool. */
    TOOL,
    /** Any text that a model reads: of tools, prompts, resources, and the server's instructions. */
    TEXT,
    /** A server as a whole. */
    SERVER
  }

  /** How often a finding of the rule is right. */
  public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
  }
}
