package io.mcpcatalogue.classifier.category;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mcpcatalogue.classifier.facts.FactsReader;
import io.mcpcatalogue.classifier.load.RuleSets;
import io.mcpcatalogue.classifier.rule.RuleSet;
import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Evidence;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ToolDefinition;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole verdicts, boundary by boundary of the taxonomy. */
class CategoryEngineTest {
  private static final RuleSet RULES = RuleSets.builtIn();
  private final FactsReader facts = new FactsReader(RULES.vocabulary(), RULES.headings());
  private final CategoryEngine engine = new CategoryEngine(RULES.categories());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The verb that acts, not every verb that is mentioned.
        "get_index_status | Get the status of a deleted index | READ",
        "list_commands | List running commands | READ",
        "tool_search | Search for tools that run code | READ",
        "run_history | Returns the execution history by run_id | READ",
        "list_pull_requests | List pull requests | READ",
        "get_posts | Get the posts of a user, ordered by date | READ",
        "build_status | Get build details including commands and deploy times | READ",
        // Several actions: the gravest that is offered.
        "manage_users | Create, read, update or delete users | DESTRUCTIVE",
        "pages | Manages pages (create, read, update, delete) | DESTRUCTIVE",
        "functions | Manage functions - get, create, or drop functions | DESTRUCTIVE",
        "tables | Manage tables. Supports creating and deleting tables. | DESTRUCTIVE",
        "find_and_save | Search for images and download them | WRITE",
        "cell | Insert a cell at a position and execute it | EXECUTE",
        "payment_ops | Performs operations on a payment, such as refund, cancel and settle | FINANCIAL",
        "wiki | Create pages, add/update/delete comments | DESTRUCTIVE",
        "remotes | Manage remotes: list remotes, add new remotes, remove remotes | DESTRUCTIVE",
        "logging | Create, update or delete a log. Manages logs: define and set up logs | DESTRUCTIVE",
        "everything | Lists everything: backups, orders, reports | READ",
        "repository | Check if the repository exists and create it if it does not | WRITE",
        "logs | List API request logs of a user | READ",
        "field_change_history | Timeline of one field of a record | READ",
        "change_plan | Change the plan of a user | WRITE",
        // How the tool is used is not what it does.
        "tabs | Finds every tab that is open. Call this when the user speaks of a page. | READ",
        "tabs | The list of tabs. Call this tool first | READ",
        "clean | Call this tool to delete pages | DESTRUCTIVE",
        "try | Write the code to a cell and run it | EXECUTE",
        "profile_update | Profile update | WRITE",
        // Names: what stands behind a preposition, ends one word or only says the name again.
        "mark_as_read | For one message | WRITE",
        "gemstore_describe_object | Get all about an object | READ",
        "create-zone | Execute create-zone | WRITE",
        "pump | Execute pump | EXECUTE",
        "logpush_jobs | Jobs of an account. Returns at most a hundred. | READ",
        "get_block_by_number_and_index | Returns a block | READ",
        "find_and_delete | Finds what is old | DESTRUCTIVE",
        "long_running_search | Demonstrates a slow search | READ",
        "content | Manage content (list, list_kinds, upload, get_url, delete, prune) | DESTRUCTIVE",
        "content | Finds what matches (list, list_kinds) and gives it a name | READ",
        "trades_of_wallet | Get the latest trades of a wallet | READ",
        "logs_time_range | The range | READ",
        "card_counts | Counts of a deck: type/queue/interval/tags, paginated | READ",
        "label_values | Performs a query for the values of a label | READ",
        "tag_names | Returns the tag names of a block | READ",
        // Prose: the same for lists of things and forms in -ing.
        "get_trading_hours | Trading hours and next session for a symbol | READ",
        "who | List users who want to view or delete the files | READ",
        "animator | [Play Mode] Read the state of an animator | READ",
        "overview | [Project Management] Create a work item | WRITE",
        // Negation and restriction.
        "query | Run a read-only SQL query | READ",
        "execute_sql | Execute a SQL query against the database | EXECUTE",
        "plan | Plans the migration. This tool does not modify code. | READ",
        "remove_shortcut | Delete a shortcut from an item | WRITE",
        "delete_epic | Delete an epic (cannot be undone) | DESTRUCTIVE",
        // Objects change the meaning.
        "remove_reaction | Remove a reaction from a comment | WRITE",
        "remove_from_list | Removes a user from a list | WRITE",
        "delete_label | Delete a label of the project | DESTRUCTIVE",
        "create_invoice | Create an invoice for a customer | FINANCIAL",
        "create_coupon | Create a coupon | WRITE",
        "list_charges | List charges of a customer | READ",
        "get_quote | Get a quote for swapping tokens | READ",
        "cancel_subscription | Cancel a customer's subscription | FINANCIAL",
        "cancel_meeting | Cancel a meeting | WRITE",
        "cancel_job | Cancel a running job | EXECUTE",
        "create_subscription | Create a webhook subscription for an event topic | WRITE",
        "create_subscription | [beta] Subscribes an app to notifications of changes | WRITE",
        "swap_nodes | Swap two nodes of a diagram | WRITE",
        "transfer_eth | Transfer ETH to an address | FINANCIAL",
        "transfer_project | Move a project to another team | WRITE",
        // Where it goes, how else it is called, and what stood before it.
        "extract_log | Extract the log of a run to a file | WRITE",
        "extract_text | Extract the text of a run to read a file | READ",
        "extract_icons | Extract the icons of a project into single .svg files | WRITE",
        "ask_all | Send a question to several models and save the answers to disk | WRITE",
        "shape | Translate (move) an object by a vector | WRITE",
        "request | After all tasks are approved, this tool finalizes the request | WRITE",
        "export | Export the rows of a query to a file | WRITE",
        "upload | ファイルをアップロードしトークンを取得します | WRITE",
        "files | アップロードしたファイルの一覧を取得します | READ",
        "page | 获取网页内容并保存到本地文件 | WRITE",
        // What is told behind an opening that tells nothing counts less than a plain name.
        "note-write | Unified handler for notes of a team. Auto-infers the operation. | WRITE",
        // What the caller is told to do is not what the tool does.
        "api_request | Tool for all operations. Be sure to get types first. Deletes records. | DESTRUCTIVE",
        "inspector | IMPORTANT: USE THIS TOOL FIRST. Removes a file from the disk. | DESTRUCTIVE",
        // Driving.
        "browser_tabs | List, create, close, or select a browser tab | EXECUTE",
        "browser_console | Returns all console messages of the page | READ",
        "take_screenshot | Take a screenshot of the current page | READ",
        "close_issue | Close an issue | WRITE",
        // Requests.
        "http_get | Make a GET request to a URL | READ",
        "http_post | Make a POST request to a URL | WRITE",
        "http_delete | Make a DELETE request to a URL | DESTRUCTIVE",
        "http_request | Make an HTTP request with any method | EXECUTE",
        // Generation.
        "generate_image | Generate an image from a prompt | WRITE",
        "generate_chart | Generate a bar chart | READ",
        // Forms of speech.
        "x | Use this tool to delete a user | DESTRUCTIVE",
        "x | Tool for deleting users | DESTRUCTIVE",
        "x | Allows you to safely delete users | DESTRUCTIVE",
        "x | A tool that deletes users | DESTRUCTIVE",
        "x | Finds a user by name, phone or email in the directory | READ",
        "x | Writes a note or emails from the account | WRITE",
        "x | Given a module returns a list of proposals to fix it | READ",
        "deploy_help | Provides instructions for deploying an application | READ",
        // Names alone.
        "deleteFile | '' | DESTRUCTIVE",
        "files.delete | '' | DESTRUCTIVE",
        "queue-purge | '' | DESTRUCTIVE",
        "shop_order_get | '' | READ",
        // An order that one verb opens ends with a thing, though the description opens with it.
        "addRowGroup | Group rows of a sheet | WRITE",
        "setup_check | Check if all is set up | READ",
        // Behind a version stands the path of a method, which ends with what it does.
        "search_v2_schema_patch | '' | WRITE",
        "hire_v2_note_batchQuery | '' | READ",
        "grant_v1_record_list | '' | READ",
        "mail_v1_label_delete | '' | DESTRUCTIVE",
        "get_v1_domain_tag | '' | READ",
        "format_text | '' | READ",
        // Other languages.
        "x | 删除指定的文件 | DESTRUCTIVE",
        "x | ファイルを削除します | DESTRUCTIVE",
        "x | Eliminar un usuario | DESTRUCTIVE",
        "x | Löscht einen Benutzer | DESTRUCTIVE",
        "x | 撤回一条消息 | WRITE",
        "x | 获取分享链接 | READ",
        "x | Desactiva una cuenta | WRITE",
        "x | Supprimer un fichier | DESTRUCTIVE",
        "x | Buscar usuários por nome | READ",
        "x | 获取已删除的文件列表 | READ",
        // Visible errors of other catalogues.
        "refund_eligibility | Check whether an order is eligible for a refund | READ",
        "order_risk | Scores the fraud risk of an order | READ",
        "assess_message | Free triage: assess a message for signs of fraud | READ",
        "logout_client_context | Logs out and clears the client context | WRITE",
        "clear_session_state | Clears the session state | WRITE",
        "compose-down | Stops and removes containers | DESTRUCTIVE",
        "exec | Executes arbitrary commands inside a running container | EXECUTE",
        "exec_in_pod | Execute a command in a pod or container and return the output | EXECUTE",
        "exec_command | Execute a command synchronously inside a browser VM | EXECUTE"
      })
  void decides(String name, String description, Category category) {
    Verdict verdict = decide(name, description, JsonObject.EMPTY);
    assertEquals(category, verdict.category(), () -> name + ": " + verdict.evidence());
  }

  @Test
  void whatIsSaidOfAnArgumentIsNotWhatTheToolDoes() {
    JsonObject schema =
        new JsonObjectBuilder()
            .put(
                "properties",
                new JsonObjectBuilder()
                    .put("includeLogs", new JsonObjectBuilder().put("type", "boolean").build())
                    .build())
            .build();
    Verdict verdict = decide("inspect", "A deep dive. Set includeLogs for more.", schema);
    assertEquals(Category.READ, verdict.category(), () -> verdict.evidence().toString());
  }

  @Test
  void inDoubtAToolChangesWhatItsNameOpensWith() {
    String told = "Find every reminder that was set by mistake.";
    assertEquals(Category.WRITE, decide("revert_reminders", told, JsonObject.EMPTY).category());
    assertEquals(
        Category.WRITE, decide("zorpio_revert_reminders", told, JsonObject.EMPTY).category());
    // Retold by the description, or only a noun, the word says nothing more.
    assertEquals(
        Category.READ, decide("add_numbers", "Adds numbers.", JsonObject.EMPTY).category());
    assertEquals(Category.READ, decide("show_revert", told, JsonObject.EMPTY).category());
    assertEquals(Category.READ, decide("revert_info", told, JsonObject.EMPTY).category());
    assertEquals(Category.READ, decide("moving_averages", told, JsonObject.EMPTY).category());
  }

  @Test
  void aParameterThatChoosesTheActionOffersTheGravest() {
    JsonObject action =
        new JsonObjectBuilder()
            .put("enum", List.of(JsonValue.of("list"), JsonValue.of("delete")))
            .build();
    JsonObject schema =
        new JsonObjectBuilder()
            .put("properties", new JsonObjectBuilder().put("action", action).build())
            .build();
    Verdict verdict = decide("records", "Work with records", schema);
    assertEquals(Category.DESTRUCTIVE, verdict.category());
    Evidence strongest = verdict.evidence().get(0);
    assertEquals("/inputSchema/properties/action/enum/1", strongest.at());
    assertTrue(verdict.rationale().contains("a parameter offers \"delete\""), verdict.rationale());
    assertEquals("delete", strongest.quote());
  }

  @Test
  void readsAreNoChoiceAmongValuesThatSayNothing() {
    JsonObject operation =
        new JsonObjectBuilder()
            .put("enum", Stream.of("keyboard", "mouse", "get_state").map(JsonValue::of).toList())
            .build();
    JsonObject schema =
        new JsonObjectBuilder()
            .put("type", "object")
            .put("properties", new JsonObjectBuilder().put("operation", operation).build())
            .build();
    assertEquals(Category.WRITE, decide("inputs", "Manages inputs.", schema).category());
  }

  @Test
  void aMethodIsAnActionWhereItsValuesAreActsAndNotThoseOfHttp() {
    assertEquals(Category.DESTRUCTIVE, withMethods("create", "update", "delete"));
    assertEquals(Category.READ, withMethods("linear", "cubic", "delete"));
    assertEquals(Category.EXECUTE, withMethods("GET", "POST", "PUT", "DELETE"));
  }

  @Test
  void whatOnlyComparesOrEditsADocumentIsNoActionOfTheTool() {
    assertEquals(Category.READ, withOperators("eq", "gte", "contains", "starts"));
    assertEquals(Category.DESTRUCTIVE, withOperators("list", "delete"));
    assertEquals(Category.READ, withOperators("add", "remove", "replace"));
    assertEquals(Category.DESTRUCTIVE, withOperators("add", "remove"));
  }

  @Test
  void theActionThatAToolListsTheTracesOfIsNotDone() {
    assertEquals(Category.READ, withAction("list_events", "create", "update", "delete"));
    assertEquals(Category.DESTRUCTIVE, withAction("list_events", "list", "delete"));
    assertEquals(Category.DESTRUCTIVE, withAction("list_and_delete", "update", "delete"));
    assertEquals(Category.DESTRUCTIVE, withAction("events", "create", "delete"));
  }

  private Category withAction(String name, String... values) {
    JsonObject action = object("enum", strings(values));
    return decide(name, "Lists events.", object("properties", object("action", action))).category();
  }

  private Category withOperators(String... values) {
    JsonObject op = object("enum", strings(values));
    JsonObject item = object("properties", object("op", op));
    JsonObject list = object("items", item);
    return decide("find_records", "Finds records", object("properties", object("boost", list)))
        .category();
  }

  @Test
  void anOperationThatIsOnlyAskedAboutIsNotDone() {
    assertEquals(Category.READ, withOperation("Operation to get advice for: 'get', 'delete'"));
    assertEquals(
        Category.DESTRUCTIVE, withOperation("Operation to perform on records: 'get', 'delete'"));
  }

  private Category withOperation(String description) {
    JsonObject operation = object("description", JsonValue.of(description));
    return decide(
            "get_advice", "Gets advice.", object("properties", object("operation", operation)))
        .category();
  }

  private Category withMethods(String... methods) {
    JsonObject method =
        new JsonObjectBuilder().put("enum", Stream.of(methods).map(JsonValue::of).toList()).build();
    JsonObject schema =
        new JsonObjectBuilder()
            .put("properties", new JsonObjectBuilder().put("method", method).build())
            .build();
    return decide("fetch_labels", "Fetches labels", schema).category();
  }

  @Test
  void actionsBehindAHeadingAreChosenToo() {
    JsonObject schema =
        new JsonObjectBuilder()
            .put(
                "properties",
                new JsonObjectBuilder()
                    .put("command", new JsonObjectBuilder().put("type", "string").build())
                    .build())
            .build();
    assertEquals(
        Category.DESTRUCTIVE,
        decide("notes", "Commands: create, view, str_replace, delete", schema).category());
    String onTwoLines =
        "Works with notes.\n\nArgs:\n  command: One of: create_note,\n    delete_note";
    assertEquals(Category.DESTRUCTIVE, decide("notes", onTwoLines, schema).category());
  }

  @Test
  void anActionThatOnlyTheDescriptionListsIsChosenToo() {
    JsonObject action = new JsonObjectBuilder().put("type", "string").build();
    JsonObject schema =
        new JsonObjectBuilder()
            .put("properties", new JsonObjectBuilder().put("action", action).build())
            .build();
    String description =
        "The reel of a film.\naction: get | create | remove_track | mute\ntrack: name";
    Verdict verdict = decide("reel", description, schema);
    assertEquals(Category.DESTRUCTIVE, verdict.category());
    assertEquals("remove", verdict.evidence().get(0).quote());
  }

  @Test
  void actionsThatTheDescriptionAssignsAreOffered() {
    String disks = "Disk operations. action=init_gpt: initialize GPT | action=wipe: wipe a disk";
    assertEquals(Category.DESTRUCTIVE, decide("disk", disks, JsonObject.EMPTY).category());
    String bulk = "Bulk guest operations. action=start_all|stop_all|migrate_all (elevated)";
    assertEquals(Category.EXECUTE, decide("bulk", bulk, JsonObject.EMPTY).category());
    String state = "Query the state. action=status | action=log: read the log";
    assertEquals(Category.READ, decide("state", state, JsonObject.EMPTY).category());
    String plan = "Returns a draft for build(action='plan') and build(action='delete').";
    assertEquals(Category.READ, decide("get_draft", plan, JsonObject.EMPTY).category());
  }

  @Test
  void whatListsAnActionThatLosesSomethingDoesNotRead() {
    JsonObject action = object("type", JsonValue.of("string"));
    String told =
        "Check failed runs: get details, retry.\nActions: details, retry, clear_queue, cancel";
    assertEquals(
        Category.DESTRUCTIVE,
        decide("check_runs", told, object("properties", object("action", action))).category());
  }

  @Test
  void aSwitchThatEveryToolOfAServerHasDoesNotMakeAReaderChange() {
    JsonObject confirm = new JsonObjectBuilder().put("type", "boolean").build();
    JsonObject schema =
        new JsonObjectBuilder()
            .put("properties", new JsonObjectBuilder().put("confirm", confirm).build())
            .build();
    assertEquals(Category.READ, decide("get-manager", "Gets a user's manager.", schema).category());
  }

  @Test
  void everyEvidenceQuotesTheExactWords() {
    String description = "Deletes a user. This cannot be undone; it does not send mail.";
    Verdict verdict = decide("delete_user", description, JsonObject.EMPTY);
    for (Evidence evidence : verdict.evidence()) {
      String text = evidence.at().equals("/name") ? "delete_user" : description;
      assertEquals(text.substring(evidence.start(), evidence.end()), evidence.quote());
    }
    assertTrue(verdict.rationale().contains("\"Deletes a user\""), verdict.rationale());
  }

  @Test
  void theRationaleQuotesTheSameWordsOnce() {
    Verdict verdict =
        decide(
            "x",
            "Subscribe the workspace to a paid plan. May charge the card on file.",
            JsonObject.EMPTY);
    String quote = "the description says \"charge the card\"";
    assertTrue(verdict.rationale().contains(quote), verdict.rationale());
    assertEquals(verdict.rationale().indexOf(quote), verdict.rationale().lastIndexOf(quote));
  }

  @Test
  void aLabelDoesNotStandForWhatIsTold() {
    assertEquals(
        Category.DESTRUCTIVE, decide("x", "[WRITE] Delete a user.", JsonObject.EMPTY).category());
    assertEquals(
        Category.READ, decide("x", "[PROCESS] List what runs.", JsonObject.EMPTY).category());
    assertEquals(Category.DESTRUCTIVE, decide("x", "Purge: the log.", JsonObject.EMPTY).category());
  }

  @Test
  void theRationaleIsPlainProse() {
    Verdict verdict =
        decide(
            "message_purge", "**Permanently delete** one\n  message, for good.", JsonObject.EMPTY);
    assertEquals(
        "Loses something for good: the description says \"delete one message\","
            + " and the name says \"purge\".",
        verdict.rationale());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delete_file | Deletes a file. | This is a read-only operation.",
        "delete_file | Deletes a file. | It does not delete the file.",
        "delete_file | Deletes a file. | A read-only preview, nothing is changed without saving it.",
        "delete_file | Deletes a file. | The file can be restored.",
        "delete_file | Deletes a file. | Lists, gets and reads files.",
        "send_payment | Sends a payment. | A safe read-only lookup.",
        "run_command | Runs a shell command. | Nothing is run."
      })
  void whatIsSaidOverAndOverTakesNoToolDown(String name, String description, String decoy) {
    Category alone = decide(name, description, JsonObject.EMPTY).category();
    String many = description + " " + (decoy + " ").repeat(100);

    assertEquals(alone, decide(name, many, JsonObject.EMPTY).category());
  }

  @Test
  void harmlessParametersTakeNoToolDownHoweverManyThereAre() {
    JsonObjectBuilder properties = new JsonObjectBuilder();
    for (int i = 0; i < 50; i++) {
      for (String name : List.of("limit", "cursor", "sort", "query", "page", "keyword")) {
        properties.put((char) ('a' + i % 26) + i / 26 + "_" + name, JsonObject.EMPTY);
      }
    }
    JsonObject schema = new JsonObjectBuilder().put("properties", properties.build()).build();

    assertEquals(Category.DESTRUCTIVE, decide("delete_file", "Deletes a file.", schema).category());
    assertEquals(Category.FINANCIAL, decide("send_payment", "Sends money.", schema).category());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "De\u200Bletes a file.", // a space without width
        "Del\u00ADetes a file.", // a soft hyphen
        "Del\uFE0Fetes a file.", // a selector of variants
        "Del\u3164etes a file.", // a filler
        "\uFF24\uFF45\uFF4C\uFF45\uFF54\uFF45\uFF53 a file.", // full-width letters
        "D\u0435l\u0435t\u0435s a file.", // Cyrillic letters
        "D\u00E9l\u1EB9t\u0247s a file.", // marks on letters
        "De\u0301le\u0323tes a file.",
        "\uD835\uDC03\uD835\uDC1E\uD835\uDC25\uD835\uDC1E\uD835\uDC2D\uD835\uDC1E\uD835\uDC2C a file."
      })
  void wordsAreReadAsTheyLook(String description) {
    assertEquals(Category.DESTRUCTIVE, decide("helper", description, JsonObject.EMPTY).category());
    assertEquals(
        Category.DESTRUCTIVE, decide(description.split(" a")[0], "", JsonObject.EMPTY).category());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Does not only read but also deletes the file.",
        "Never fails to delete the file.",
        "Without asking, deletes the file.",
        "Rather than listing it, deletes the file."
      })
  void aDenialDeniesNoMoreThanItSays(String description) {
    Verdict verdict = decide("helper", description, JsonObject.EMPTY);
    assertEquals(Category.DESTRUCTIVE, verdict.category(), description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file_helper | Lists all files. Shows their size. Deletes a file permanently.",
        "file_helper | Lists, gets, reads and shows files. Deletes a file permanently.",
        "get_file | Reads a file. Deletes a file permanently.",
        "delete_file | Lists all files. Shows their size. Example: deletes a file.",
        "file_helper | `Deletes a file permanently.`"
      })
  void whatIsLostIsHeardAmongMilderWords(String name, String description) {
    assertEquals(
        Category.DESTRUCTIVE, decide(name, description, JsonObject.EMPTY).category(), description);
  }

  @Test
  void whatIsLostIsHeardBehindFortyClauses() {
    String description = "Lists all files. ".repeat(45) + "Deletes a file permanently.";
    assertEquals(
        Category.DESTRUCTIVE, decide("get_file", description, JsonObject.EMPTY).category());
  }

  @Test
  void whatIsLostIsHeardAtTheEndOfALongSentence() {
    String description = "Lists files " + "of the folder ".repeat(40) + "and deletes a file.";
    assertEquals(
        Category.DESTRUCTIVE, decide("file_helper", description, JsonObject.EMPTY).category());
  }

  static Stream<JsonObject> schemasOfActions() {
    JsonObject choice = object("enum", strings("list", "delete"));
    JsonObject arguments = object("properties", object("action", choice));
    return Stream.of(
        withProperty("action", object("pattern", JsonValue.of("^(list|delete)$"))),
        withProperty("action", object("default", JsonValue.of("delete"))),
        withProperty("action", object("examples", strings("list", "delete"))),
        withProperty("actions", object("items", choice)),
        withProperty("action", object("enum", strings("list", "de\u200Blete"))),
        object("then", arguments),
        object("else", arguments),
        object("dependentSchemas", object("x", arguments)));
  }

  private static JsonObject withProperty(String name, JsonObject schema) {
    return object("properties", object(name, schema));
  }

  private static JsonObject object(String key, JsonValue value) {
    return new JsonObjectBuilder().put(key, value).build();
  }

  private static JsonArray strings(String... values) {
    return new JsonArray(Stream.of(values).<JsonValue>map(JsonValue::of).toList());
  }

  @ParameterizedTest
  @MethodSource("schemasOfActions")
  void anActionIsChosenHoweverTheSchemaSaysSo(JsonObject schema) {
    assertEquals(Category.DESTRUCTIVE, decide("files", "Works with files.", schema).category());
  }

  @Test
  void saysNothingWhereNothingIsSaid() {
    Verdict verdict = decide("zorp", "", JsonObject.EMPTY);
    assertEquals(Category.UNKNOWN, verdict.category());
    assertEquals(List.of(), verdict.evidence());
    assertEquals(0, verdict.confidence());
  }

  @Test
  void longTextsTakeLinearTime() {
    for (String piece :
        List.of("delete the file and ", "is not deleted, ", "- create: x\n", "删除")) {
      String text = piece.repeat(1_000_000 / piece.length());
      assertTimeout(Duration.ofSeconds(10), () -> decide("x", text, JsonObject.EMPTY), () -> piece);
    }
  }

  @Test
  void longNamesTakeLinearTime() {
    for (String piece : List.of("bid_", "inline_", "delete_")) {
      String name = piece.repeat(500_000 / piece.length());
      assertTimeout(Duration.ofSeconds(10), () -> decide(name, "x", JsonObject.EMPTY), () -> piece);
    }
  }

  private Verdict decide(String name, String description, JsonObject schema) {
    JsonObject tool =
        new JsonObjectBuilder()
            .put("name", name)
            .put("description", description)
            .put("inputSchema", schema)
            .build();
    return engine.decide(facts.read(ToolDefinition.of(tool, "test"), ""));
  }
}
