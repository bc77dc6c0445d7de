package io.mcpcatalogue.classifier.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.classifier.text.Clause.Section;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClausesTest {
  private static final Vocabulary VOCABULARY =
      Vocabulary.of(List.of("args", "when", "to", "use", "returns"));
  private static final Headings HEADINGS =
      new Headings(Map.of("args", Section.DETAIL, "when to use", Section.ADVICE), VOCABULARY);

  @Test
  void endsAtSentencesAndListItemsButNotAtWrappedLines() {
    assertEquals(
        List.of("PURPOSE creates a user", "PURPOSE it then", "PURPOSE* mails", "PURPOSE* waits"),
        clauses("Creates a\n   user. It then\n - mails\n - waits"));
  }

  @Test
  void aDotThatBeginsANameEndsNoSentence() {
    assertEquals(
        List.of("PURPOSE splits it into svg files", "PURPOSE it uses net"),
        clauses("Splits it into .svg files. It uses .net."));
  }

  @Test
  void headingsTellWhatTheirSectionsAreAbout() {
    assertEquals(
        List.of("PURPOSE lists users", "ADVICE you need users", "DETAIL id", "DETAIL the number"),
        clauses(
            "Lists users\n\n<When to use>\nYou need users\n</When to use>\nArgs:\n id: the number"));
  }

  private static List<String> clauses(String text) {
    Words words = Words.ofProse("/description", text, VOCABULARY);
    return Clauses.of(words, HEADINGS).stream()
        .map(
            clause -> {
              StringBuilder out = new StringBuilder(clause.section().name());
              out.append(clause.item() ? "*" : "");
              for (int i = clause.from(); i < clause.to(); i++) {
                out.append(' ').append(words.word(i));
              }
              return out.toString();
            })
        .toList();
  }
}
