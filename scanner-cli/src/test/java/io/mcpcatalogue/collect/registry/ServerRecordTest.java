package io.mcpcatalogue.collect.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerRecordTest {

  @Test
  void packagesStandBeforeAddressesAndThoseBeforeTheRepository() throws MalformedJsonException {
    assertEquals(
        List.of("npm:notes@1.2.0", "https://notes.example/mcp", "github:example/notes"),
        targets(
            """
            {"server": {"repository": {"url": "https://github.com/example/notes"},
             "remotes": [{"type": "streamable-http", "url": "https://notes.example/mcp"}],
             "packages": [{"registryType": "npm", "identifier": "notes", "version": "1.2.0"}]}}"""));
  }

  @Test
  void theOldMembersOfPackagesAreKnown() throws MalformedJsonException {
    assertEquals(
        List.of("oci:example/notes:1.0"),
        targets(
            """
            {"packages": [{"registry_name": "docker", "name": "example/notes", "version": "1.0"}]}"""));
  }

  @Test
  void aRecordCannotNameFilesOfThisMachineNorCommands() throws MalformedJsonException {
    assertEquals(
        List.of(),
        targets(
            """
            {"remotes": [{"url": "."}, {"url": "config"}, {"url": "https://{host}/mcp"}],
             "repository": {"url": "file:///tmp"}}"""));
  }

  private static List<String> targets(String record) throws MalformedJsonException {
    return ServerRecord.targetsOf(JsonReader.withDefaultLimits().parse(record).asObject()).stream()
        .map(ScanTarget::text)
        .toList();
  }
}
