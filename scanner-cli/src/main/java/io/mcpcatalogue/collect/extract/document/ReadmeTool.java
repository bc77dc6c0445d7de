package io.mcpcatalogue.collect.extract.document;

import io.mcpcatalogue.collect.ObjectSchema;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool;
import io.mcpcatalogue.collect.extract.tool.ExtractedTool.Confidence;
import io.mcpcatalogue.collect.extract.value.Place;
import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.SchemaCoverage;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a README says of one tool, in its line and in the list below it. For one thread. */
final class ReadmeTool {
  private static final Pattern DETAIL = Pattern.compile("^(\\s+)[-*]\\s+(\\S.*)$");

  /** {@code Description: …}, {@code **Parameters:**}. */
  private static final Pattern LABELLED =
      Pattern.compile("^\\**([A-Za-z][A-Za-z -]{0,30})\\**:\\**(?:\\s+(.*))?$");

  /** {@code `count` (number, optional): How many}. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "^[`*]*([A-Za-z_][A-Za-z0-9_.-]{0,80})[`*]*\\s*\\(([^()]{1,80})\\)[\\s:–—-]*(.*)$");

  private static final Set<String> LABELS_OF_PARAMETERS =
      Set.of("parameters", "params", "inputs", "input", "arguments", "args");
  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "array", "object");

  private final String name;
  private final Place place;
  private final boolean isSetApart;
  private final ObjectSchema parameters = new ObjectSchema();
  private String description;
  private boolean isFirstDetail = true;

  /** How far the label is indented that the parameters stand below; none before it. */
  private int parametersBelow = Integer.MAX_VALUE;

  /**
   * @param isSetApart whether something other than a word follows the name
   */
  ReadmeTool(String name, String description, Place place, boolean isSetApart) {
    this.isSetApart = isSetApart;
    this.name = name;
    this.description = description;
    this.place = place;
  }

  boolean isSetApart() {
    return isSetApart;
  }

  /** Takes a line from below the tool's own. */
  void read(String line) {
    Matcher detail = DETAIL.matcher(line);
    if (!detail.matches()) {
      return;
    }
    int indent = detail.group(1).length();
    String text = detail.group(2).strip();
    Matcher parameter = PARAMETER.matcher(text);
    Matcher labelled = LABELLED.matcher(text);
    if (indent > parametersBelow && parameter.matches()) {
      add(parameter.group(1), parameter.group(2).toLowerCase(Locale.ROOT), parameter.group(3));
    } else if (indent <= parametersBelow && labelled.matches()) {
      readLabelled(labelled.group(1).toLowerCase(Locale.ROOT), labelled.group(2), indent);
    } else if (isFirstDetail && description.isEmpty() && Character.isLetter(text.codePointAt(0))) {
      description = text;
    }
    isFirstDetail = false;
  }

  private void readLabelled(String label, String rest, int indent) {
    parametersBelow = LABELS_OF_PARAMETERS.contains(label) ? indent : Integer.MAX_VALUE;
    if (label.equals("description") && description.isEmpty() && rest != null) {
      description = rest;
    }
  }

  private void add(String parameter, String form, String meaning) {
    String type = form.split("\\W", 2)[0];
    JsonObject schema =
        new JsonObjectBuilder()
            .putUnlessEmpty("type", TYPES.contains(type) ? type : "")
            .putUnlessEmpty("description", meaning)
            .build();
    parameters.put(parameter, schema, form.contains("required"));
  }

  ExtractedTool toTool() {
    return new ExtractedTool(
        name,
        "",
        description,
        false,
        parameters.isEmpty() ? JsonObject.EMPTY : parameters.build(),
        parameters.isEmpty() ? SchemaCoverage.UNKNOWN : SchemaCoverage.PARTIAL,
        JsonObject.EMPTY,
        place,
        "",
        Confidence.MENTIONED);
  }
}
