package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.lex.Language;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.tool.PackageSources;
import io.mcpcatalogue.collect.extract.tool.ToolNames;
import io.mcpcatalogue.collect.extract.tree.SourceFile;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.YamlReader;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the operations of an OpenAPI document as tools, for servers that make their tools out of
 * it. For one document and one thread.
 */
final class OpenApiTools {
  private static final int MAX_TOOLS = 2_000;
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Pattern SPEAKS_OF_SPECIFICATIONS = Pattern.compile("(?i)open_?api|swagger");

  /** {@code "GET /notes/{id}"}: code that chooses among the operations writes them so. */
  private static final Pattern OPERATION =
      Pattern.compile("[\"'`]((?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS) /[^\"'`\\s]*)[\"'`]");

  private static final int FEWEST_CHOSEN = 3;

  private final SourceFile file;
  private final Set<String> written;
  private final SchemaReferences references;

  /**
   * @param written the operations that the code names
   */
  private OpenApiTools(SourceFile file, Set<String> written, JsonObject document) {
    this.file = file;
    this.written = written;
    this.references = new SchemaReferences(document);
  }

  /** Whether a file of this name may be such a document. */
  static boolean concerns(String lowerCaseName) {
    return (lowerCaseName.contains("openapi") || lowerCaseName.contains("swagger"))
        && (lowerCaseName.endsWith(".json")
            || lowerCaseName.endsWith(".yaml")
            || lowerCaseName.endsWith(".yml"));
  }

  /** The operations of the document, when the package's code names the document's file. */
  static Optional<DocumentedTools> read(PackageSources sources, SourceFile file) {
    List<String> code =
        sources.below(sources.self().folder()).stream()
            .filter(each -> Language.of(each.path()).isPresent())
            .flatMap(each -> sources.text(each.path()).stream())
            .toList();
    if (code.stream().noneMatch(text -> isNamedBy(text, file))) {
      return Optional.empty();
    }
    Optional<JsonObject> document = sources.text(file.path()).flatMap(text -> parse(file, text));
    boolean known =
        document.isPresent()
            && (document.get().get("openapi").isPresent()
                || document.get().get("swagger").isPresent());
    if (!known) {
      return Optional.empty();
    }
    Map<String, ExtractedTool> tools = new LinkedHashMap<>();
    new OpenApiTools(file, operations(code), document.get()).addTo(tools, document.get());
    return tools.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DocumentedTools(
                file.path(), DocumentedTools.Kind.OPENAPI, List.copyOf(tools.values())));
  }

  private static boolean isNamedBy(String code, SourceFile file) {
    return code.contains(file.name()) && SPEAKS_OF_SPECIFICATIONS.matcher(code).find();
  }

  private static Set<String> operations(List<String> code) {
    Set<String> operations = new HashSet<>();
    for (String text : code) {
      Matcher matcher = OPERATION.matcher(text);
      while (matcher.find()) {
        operations.add(matcher.group(1));
      }
    }
    return operations;
  }

  private static Optional<JsonObject> parse(SourceFile file, String text) {
    try {
      JsonValue value =
          file.name().toLowerCase(Locale.ROOT).endsWith(".json")
              ? JsonReader.withDefaultLimits().parse(text)
              : YamlReader.withDefaultLimits().parse(text);
      return Optional.of(value.asObject());
    } catch (MalformedJsonException e) {
      // The gap that the loader of the document left in the sources remains.
      return Optional.empty();
    }
  }

  /** Adds those that the code chooses; all where it names none, or others. */
  private void addTo(Map<String, ExtractedTool> tools, JsonObject document) {
    Set<String> chosen = new HashSet<>();
    for (Map.Entry<String, JsonValue> path : document.object("paths").members().entrySet()) {
      references.begin();
      JsonObject item = references.resolved(path.getValue()).asObject();
      List<JsonValue> shared = item.items("parameters");
      for (Map.Entry<String, JsonValue> each : item.members().entrySet()) {
        if (METHODS.contains(each.getKey()) && tools.size() < MAX_TOOLS) {
          Optional<ExtractedTool> tool = tool(each.getValue().asObject(), shared);
          tool.ifPresent(known -> tools.putIfAbsent(known.name(), known));
          String spelled = each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
          tool.filter(known -> written.contains(spelled))
              .ifPresent(known -> chosen.add(known.name()));
        }
      }
    }
    if (chosen.size() >= FEWEST_CHOSEN) {
      tools.keySet().retainAll(chosen);
    }
  }

  private Optional<ExtractedTool> tool(JsonObject operation, List<JsonValue> shared) {
    Optional<String> name = operation.text("operationId").filter(ToolNames::isName);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    ObjectSchema input = new ObjectSchema();
    shared.forEach(parameter -> parameter(parameter, input));
    operation.items("parameters").forEach(each -> parameter(each, input));
    operation.get("requestBody").ifPresent(body -> body(body, input));
    return Optional.of(
        new ExtractedTool(
            name.get(),
            "",
            operation
                .text("description")
                .filter(text -> !text.isBlank())
                .or(() -> operation.text("summary"))
                .orElse(""),
            true,
            input.build(),
            references.isComplete() ? SchemaCoverage.COMPLETE : SchemaCoverage.PARTIAL,
            JsonObject.EMPTY,
            new Place(file.path(), 1),
            "",
            Confidence.MENTIONED));
  }

  private static void parameter(JsonValue written, ObjectSchema input) {
    JsonObject parameter = written.asObject();
    Optional<String> name = parameter.text("name");
    if (name.isEmpty()) {
      return;
    }
    boolean isRequired = parameter.isTrue("required");
    if (parameter.text("in").filter("body"::equals).isPresent()) {
      bodySchema(parameter.object("schema"), isRequired, input);
      return;
    }
    Map<String, JsonValue> schema = new LinkedHashMap<>();
    if (parameter.get("schema").isPresent()) {
      schema.putAll(parameter.object("schema").members());
    } else {
      for (String word : List.of("type", "format", "items", "enum", "default")) {
        parameter.get(word).ifPresent(value -> schema.put(word, value));
      }
    }
    parameter
        .text("description")
        .ifPresent(text -> schema.putIfAbsent("description", JsonValue.of(text)));
    input.put(name.get(), new JsonObject(schema), isRequired);
  }

  private static void body(JsonValue written, ObjectSchema input) {
    JsonObject body = written.asObject();
    Map<String, JsonValue> contents = body.object("content").members();
    JsonValue content =
        contents.getOrDefault(
            "application/json", contents.values().stream().findFirst().orElse(JsonObject.EMPTY));
    bodySchema(content.asObject().object("schema"), body.isTrue("required"), input);
  }

  /** The members of the body become parameters; a body that has none is one parameter. */
  private static void bodySchema(JsonObject schema, boolean isRequired, ObjectSchema input) {
    JsonObject members = schema.object("properties");
    if (members.isEmpty()) {
      input.putIfAbsent("body", schema, isRequired);
      return;
    }
    members.members().forEach((name, member) -> input.putIfAbsent(name, member, false));
    if (isRequired) {
      schema.items("required").forEach(input::require);
    }
  }
}
