package io.mcpcatalogue.collect.extract.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mcpcatalogue.collect.extract.packages.SourcePackage.Ecosystem;
import io.mcpcatalogue.collect.extract.tree.MemoryTree;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackagesTest {

  @Test
  void everyManifestMakesItsFolderAPackage() {
    Packages packages =
        Packages.of(
            MemoryTree.of(
                "package.json", "{\"name\":\"root\",\"workspaces\":[\"packages/*\"]}",
                "packages/a/package.json",
                    "{\"name\":\"@x/a\",\"version\":\"1.2.3\",\"dependencies\":{\"@x/b\":\"*\"},"
                        + "\"bin\":{\"a\":\"dist/cli.js\"}}",
                "packages/a/dist/esm/package.json", "{\"type\":\"module\"}",
                "py/pyproject.toml",
                    "[project]\nname = \"notes\"\nversion = '0.1'\ndependencies = [\n"
                        + "  \"mcp>=1.0\", # the kit\n  \"httpx\",\n]\n"
                        + "[project.scripts]\nnotes = \"notes.server:main\"\n",
                "rs/Cargo.toml", "[package]\nname = \"tool\"\n[dependencies]\nrmcp = \"1\"\n",
                "net/Some.Server.csproj", "<Project><Version>2.0</Version></Project>",
                "java/pom.xml",
                    "<project><parent><artifactId>p</artifactId></parent>"
                        + "<artifactId>mod</artifactId></project>",
                "go/go.mod", "module example.com/notes\n\nrequire (\n\tx.org/y v1.0.0\n)\n"));
    assertEquals(
        List.of(
            "NPM root",
            "GO example.com/notes",
            "MAVEN mod",
            "DOTNET Some.Server",
            "NPM @x/a",
            "PYTHON notes",
            "CARGO tool"),
        packages.all().stream().map(each -> each.ecosystem() + " " + each.name()).toList());
    SourcePackage a = packages.named("@x/a").orElseThrow();
    assertEquals("1.2.3", a.version());
    assertEquals(Set.of("@x/b"), a.dependencies());
    assertEquals(List.of("dist/cli.js"), a.entries());
    SourcePackage notes = packages.named("notes").orElseThrow();
    assertEquals(Set.of("mcp", "httpx"), notes.dependencies());
    assertEquals(List.of("notes.server:main"), notes.entries());
    assertEquals(a, packages.owner("packages/a/dist/esm/index.js", Set.of(Ecosystem.NPM)));
    assertEquals("root", packages.owner("py/web/index.js", Set.of(Ecosystem.NPM)).name());
    assertEquals("notes", packages.owner("py/src/x.py", Set.of(Ecosystem.PYTHON)).name());
    assertEquals("tool", packages.owner("rs/x.rb", Set.of(Ecosystem.RUBYGEMS)).name());
  }
}
