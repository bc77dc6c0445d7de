package io.mcpcatalogue.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query of docs/catalogue.md runs, and every view has the columns it says. */
class DocumentedQueriesTest {
  private static final Path DOCUMENT = Path.of("../docs/catalogue.md");

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void fill() throws CatalogueException {
    file = directory.resolve("c.db");
    try (Catalogue catalogue = Catalogue.open(file, Json::parse);
        CatalogueWriter writer = catalogue.writer()) {
      for (String server : List.of("npm:pod-tool", "pypi:pod_tool", "npm:silent")) {
        writer.save(
            server.equals("npm:silent")
                ? Samples.notScanned(server)
                : Samples.report(server, Samples.exec(), Samples.tool("list_pods", "Lists pods")),
            Samples.RULES,
            Samples.NOON,
            List.of());
      }
    }
  }

  @Test
  void everyQueryRuns() throws Exception {
    Matcher query = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(text());
    int queries = 0;
    while (query.find()) {
      rows(query.group(1));
      queries++;
    }
    assertTrue(queries > 10, "only " + queries + " queries");
  }

  @Test
  void everyViewHasTheColumnsItSays() throws Exception {
    Matcher view =
        Pattern.compile("^\\| `(\\w+)` \\|[^|]*\\| `([\\w, ]+)` \\|$", Pattern.MULTILINE)
            .matcher(text());
    List<String> documented = new ArrayList<>();
    while (view.find()) {
      documented.add(view.group(1));
      assertEquals(
          List.of(view.group(2).split(", ")),
          rows("SELECT name FROM pragma_table_info('" + view.group(1) + "')"),
          view.group(1));
    }
    List<String> views =
        rows("SELECT name FROM sqlite_schema WHERE type = 'view' AND name <> 'assessment'");
    assertEquals(views.stream().sorted().toList(), documented.stream().sorted().toList());
  }

  @Test
  void everyTableIsDocumented() throws Exception {
    String text = text();
    for (String table :
        rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
      assertTrue(text.contains("`" + table + "`"), table);
    }
  }

  @Test
  void theViewsShowWhatIsThere() throws SQLException {
    assertEquals(
        List.of("npm:pod-tool", "npm:silent", "pypi:pod_tool"),
        rows("SELECT server_id FROM servers ORDER BY 1"));
    assertEquals(
        List.of("Executes arbitrary commands in a pod."),
        rows("SELECT DISTINCT description FROM tools WHERE name = 'exec'"));
    assertEquals(List.of("exec", "list_pods"), rows("SELECT name FROM same_tool_names ORDER BY 1"));
    assertEquals(List.of("podtool"), rows("SELECT plain_name FROM look_alike_servers"));
    assertEquals(List.of("no answer in 60 s"), rows("SELECT reason FROM gaps"));
    assertEquals(
        List.of("schema/freeform-command"), rows("SELECT DISTINCT signal FROM tool_signals"));
  }

  private static String text() throws Exception {
    return Files.readString(DOCUMENT).replace("\r\n", "\n");
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
