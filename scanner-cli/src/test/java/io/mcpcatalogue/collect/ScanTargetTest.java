package io.mcpcatalogue.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.collect.ScanTarget.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTargetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "npm:mcp-server-kubernetes | NPM | npm:mcp-server-kubernetes",
        "npm:mcp-server-kubernetes@4.1.7 | NPM | npm:mcp-server-kubernetes@4.1.7",
        "npm:@modelcontextprotocol/server-filesystem | NPM | npm:@modelcontextprotocol/server-filesystem",
        "npm:@scope/name@^1.2.0 | NPM | npm:@scope/name@^1.2.0",
        "npm:name@latest | NPM | npm:name@latest",
        "npm:name@>=1.0.0 <2 | NPM | npm:name@>=1.0.0 <2",
        "NPM:name | NPM | npm:name",
        "pypi:mcp-server-git | PYPI | pypi:mcp-server-git",
        "pypi:mcp_server_git==2025.1.14 | PYPI | pypi:mcp_server_git==2025.1.14",
        "pypi:markitdown[all]@0.1.0 | PYPI | pypi:markitdown[all]@0.1.0",
        "github:owner/repo | GITHUB | github:owner/repo",
        "github:owner/repo.git | GITHUB | github:owner/repo",
        "github:owner/repo@v1.2.3 | GITHUB | github:owner/repo@v1.2.3",
        "github:owner/repo@feature/one | GITHUB | github:owner/repo@feature/one",
        "github:owner/repo/src/filesystem@main | GITHUB | github:owner/repo/src/filesystem@main",
        "https://github.com/owner/repo | GITHUB | github:owner/repo",
        "https://github.com/owner/repo/tree/main/src/git/ | GITHUB | github:owner/repo/src/git@main",
        "https://www.npmjs.com/package/@scope/name/v/1.2.3 | NPM | npm:@scope/name@1.2.3",
        "https://pypi.org/project/mcp-server-git/ | PYPI | pypi:mcp-server-git",
        "oci:ghcr.io/github/github-mcp-server:v1 | OCI | oci:ghcr.io/github/github-mcp-server:v1",
        "docker:mcp/filesystem | OCI | oci:mcp/filesystem",
        "registry:io.github.owner/name | REGISTRY | registry:io.github.owner/name",
        "registry:io.github.owner/name@1.0.2 | REGISTRY | registry:io.github.owner/name@1.0.2",
        "https://example.com/notes.mcpb#sha256=00 | DOWNLOAD | https://example.com/notes.mcpb#sha256=00",
        "https://github.com/o/r/releases/download/v1/r.mcpb | DOWNLOAD | https://github.com/o/r/releases/download/v1/r.mcpb",
        "https://mcp.example.com/mcp | URL | https://mcp.example.com/mcp",
        "http://localhost:3000/sse | URL | http://localhost:3000/sse",
        "config | CLIENTS | config",
      })
  void tellsTheKindByTheForm(String written, Kind kind, String text) throws Exception {
    ScanTarget target = ScanTarget.parse(written);
    assertEquals(kind, target.kind());
    assertEquals(text, target.text());
  }

  @Test
  void tellsPathsByWhatLiesThere(@TempDir Path directory) throws Exception {
    assertEquals(Kind.DIRECTORY, ScanTarget.parse(directory.toString()).kind());
    assertEquals(Kind.FILE, kindOf(directory, "tools.json"));
    assertEquals(Kind.FILE, kindOf(directory, "config.toml"));
    for (String name :
        List.of("a.tgz", "a.tar.gz", "a.tar", "a.zip", "a.whl", "a.mcpb", "a.DXT", "npm.ZIP")) {
      assertEquals(Kind.ARCHIVE, kindOf(directory, name), name);
    }
  }

  @Test
  void aCommandKeepsItsWords() {
    ScanTarget target = ScanTarget.command(List.of("npx", "-y", "a b"));
    assertEquals(Kind.COMMAND, target.kind());
    assertEquals(List.of("npx", "-y", "a b"), target.command());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mcp-server-git | did you mean npm:mcp-server-git or pypi:mcp-server-git?",
        "@scope/name | did you mean npm:@scope/name?",
        "owner/repo | did you mean github:owner/repo?",
        "missing.json | no such file or directory",
        "./missing | no such file or directory",
        "gitlab:owner/repo | unknown kind 'gitlab'",
        "ftp://host/file | unknown kind 'ftp'",
        "npm: | not a package name",
        "npm:../../etc/passwd | not a package name",
        "npm:a/b | not a package name",
        "npm:name@1.0.0;rm | no version, range or tag",
        "pypi:a b | not a package name",
        "pypi:name@>=1 | no exact version",
        "github:owner | not a repository",
        "github:owner/.. | not a repository",
        "github:owner/repo/../x | not a repository",
        "github:owner/repo@../../x | no branch, tag or commit",
        "oci:UPPER/case | not an image",
        "registry:a b | not a name of the registry",
        "https:///path | without a host",
        "https://exa mple.com/ | not an address",
      })
  void saysWhatIsWrongAndWhatToWrite(String written, String part) {
    String message =
        assertThrows(InvalidTargetException.class, () -> ScanTarget.parse(written)).getMessage();
    assertTrue(message.contains(part), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "npm:a\u0000b", "a\u001b[31m"})
  void refusesEmptinessAndControlCharacters(String written) {
    assertThrows(InvalidTargetException.class, () -> ScanTarget.parse(written));
  }

  @Test
  void neverRepeatsAPasswordInAnAddress() {
    String message =
        assertThrows(
                InvalidTargetException.class,
                () -> ScanTarget.parse("https://user:hunter2@example.com/mcp"))
            .getMessage();
    assertFalse(message.contains("hunter2"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "mcp/filesystem, registry-1.docker.io, mcp/filesystem, latest",
    "redis:7, registry-1.docker.io, library/redis, 7",
    "docker.io/mcp/fetch:1, registry-1.docker.io, mcp/fetch, 1",
    "ghcr.io/github/github-mcp-server, ghcr.io, github/github-mcp-server, latest",
    "localhost:5000/a/b:c, localhost:5000, a/b, c",
  })
  void readsImages(String text, String host, String repository, String reference) throws Exception {
    assertEquals(new ImageReference(host, repository, reference), ImageReference.parse(text));
  }

  @Test
  void normalisesPypiNames() throws Exception {
    assertEquals(
        new PackageReference("pypi", "my-server", ""), PackageReference.pypi("My__Server"));
    assertEquals(new PackageReference("pypi", "a", "1.0"), PackageReference.pypi("A[x,y]==1.0"));
  }

  private static Kind kindOf(Path directory, String name)
      throws IOException, InvalidTargetException {
    Path file = Files.writeString(directory.resolve(name), "{}");
    return ScanTarget.parse(file.toString()).kind();
  }
}
