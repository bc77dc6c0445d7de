package io.mcpcatalogue.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private final ReportFormat format = new MarkdownReport();

  @Test
  void everyToolIsARowTheGravestFirst() {
    String written = Reports.write(format, Reports.scan(Reports.docker()));
    assertTrue(
        written.contains(
            """
            | Severity | Category | Tool | Policy | Why |
            |---|---|---|---|---|
            | CRITICAL | EXECUTE | `exec` | 10/minute | Accepts freeform code\\/query input \\(command\\) · Runs arbitrary commands\\. |
            | LOW | READ | `list` | allow | Lists\\. |
            """),
        written);
  }

  @Test
  void textOfAServerIsNoMarkup() {
    assertEquals("\\[x\\]\\(http\\:\\/\\/y\\)", MarkdownText.prose("[x](http://y)"));
    assertEquals("&lt;img src=x&gt;", MarkdownText.prose("<img src=x>"));
    assertEquals("\\!\\[\\]\\(x\\)", MarkdownText.prose("![](x)"));
    assertEquals("www\\.example\\.com", MarkdownText.prose("www.example.com"));
    assertEquals("\\| a \\\\\\| b", MarkdownText.prose("| a \\| b"));
    assertEquals("ping `@`team about `#`1", MarkdownText.prose("ping @team about #1"));
    assertEquals("a\\\\nb", MarkdownText.prose("a\nb"));
  }

  @Test
  void aNameIsCodeThatCannotBeLeft() {
    assertEquals("`exec`", MarkdownText.code("exec"));
    assertEquals("``` a``b ```", MarkdownText.code("a``b"));
    assertEquals("a\\\\\\|b", MarkdownText.code("a\\|b"));
    assertEquals("(empty)", MarkdownText.code(" "));
  }

  @Test
  void noTextOpensATagOrBreaksARow() {
    for (String text :
        List.of("<script>alert(1)</script>", "|", "\\|", "`|`", "a\n\n# b", "`` ` ``", "<!--")) {
      String written = Reports.write(format, Reports.scan(Reports.hostile(text)));
      String outsideCode = written.replaceAll("(`+)[^`](.*?[^`])??\\1(?!`)", "");
      assertFalse(outsideCode.contains("<"), written);
      for (String line : written.split("\n", -1)) {
        long pipes = line.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count();
        assertTrue(List.of(0L, 3L, 4L, 6L).contains(pipes), line);
      }
    }
  }
}
