package io.mcpcatalogue.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.Gap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailedTargetTest {

  @Test
  void anAddressIsAnIdWithoutItsVersion() throws InvalidTargetException {
    assertEquals(
        Optional.of("npm:@scope/pods"), failed(ScanTarget.parse("npm:@scope/pods@1")).id());
    assertEquals(
        Optional.of("url:pods.example/mcp"),
        failed(ScanTarget.parse("https://pods.example/mcp?key=1")).id());
  }

  @Test
  void whatHasNoAddressIsKnownByItsPlace() {
    FailedTarget command = failed(ScanTarget.command(List.of("npx", "-y", "pods@1.0")));
    FailedTarget file =
        failed(new ScanTarget(ScanTarget.Kind.FILE, "some/../pods.json", List.of()));

    assertEquals(Optional.empty(), command.id());
    assertEquals("npx -y pods", command.place());
    assertEquals(Optional.empty(), file.id());
    assertEquals(Path.of("pods.json").toAbsolutePath().toString(), file.place());
  }

  private static FailedTarget failed(ScanTarget target) {
    Gap gap = new Gap(target.text(), Gap.Kind.UNREACHABLE, "gone");
    return new FailedTarget(target, new TargetReport(List.of(), List.of(gap), Set.of(), false));
  }
}
