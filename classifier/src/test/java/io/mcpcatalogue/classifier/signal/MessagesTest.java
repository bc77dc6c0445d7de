package io.mcpcatalogue.classifier.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.model.Category;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void namesEachOfSeveralFinds() {
    assertEquals("Says: send it, drop it", filled("send it", "drop it"));
  }

  @Test
  void namesOnceWhatIsFoundWithMoreAroundItAsWell() {
    assertEquals("Says: and send it to, drop it", filled("send it", "and send it to", "drop it"));
  }

  private static String filled(String... finds) {
    Finding finding = new Finding();
    for (String find : finds) {
      finding.addWords("/description", 0, find.length(), find);
    }
    return Messages.fill("Says: {words}", finding, "run", Category.UNKNOWN);
  }
}
