package io.mcpcatalogue.export.policy;

import io.mcpcatalogue.json.JsonReader;
import io.mcpcatalogue.json.MalformedJsonException;
import io.mcpcatalogue.json.YamlReader;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.Policy;
import io.mcpcatalogue.model.Policy.Action;
import io.mcpcatalogue.model.Policy.Limit;
import io.mcpcatalogue.model.Policy.ToolPolicy;
import io.mcpcatalogue.model.Policy.Window;
import java.util.List;
import java.util.Optional;

/** Policies for tests, and the reading of what formats write. */
public final class Policies {
  /** What PolicyLayer is told of one limited tool, as the catalogue of its makers prints it. */
  public static final String EXEC_TEN_TIMES_A_MINUTE =
      """
      {
        "version": "1",
        "default": "deny",
        "tools": {
          "exec": {
            "limits": [
              {
                "counter": "exec_rate",
                "window": "minute",
                "max": 10,
                "scope": "grant"
              }
            ]
          }
        }
      }
      """;

  /** Names that break formats which take them for more than data. */
  public static final List<String> HOSTILE_NAMES =
      List.of(
          "*",
          "",
          " ",
          "yes",
          "no",
          "on",
          "y",
          "null",
          "~",
          "true",
          "1",
          "1e3",
          "0x1f",
          ".inf",
          "<<",
          "=",
          "- x",
          "? x",
          ": x",
          "a: b",
          "#x",
          "x #y",
          "&anchor",
          "*alias",
          "!tag",
          "%tag",
          "@x",
          "`x`",
          "{x}",
          "[x]",
          "|",
          ">",
          "---",
          "...",
          "\"",
          "'",
          "\\",
          "\\n",
          "a\nb",
          "a\r\nb",
          "\t",
          "\u0000",
          "\u0007",
          "\u001b[31mred",
          "\u007f",
          "\u0085",
          "\u00a0",
          "\u200b",
          "\u202e",
          "\u2028",
          "\u2029",
          "\ufeff",
          "\ufeffx",
          "\ufffe",
          "\ud83d\ude00",
          "\ud800",
          "x\udc00",
          "\udb40\udc41",
          "é",
          "e\u0301",
          "__proto__",
          "constructor",
          "version",
          "default",
          "tools",
          "_global",
          "state",
          "a.b",
          "...x",
          "../../etc/passwd",
          "C:\\x",
          "x".repeat(300),
          "\u202e".repeat(300),
          "ü".repeat(600),
          "\"".repeat(600),
          " leading",
          "trailing ");

  private Policies() {}

  public static ToolPolicy allowed(String tool) {
    return new ToolPolicy(tool, Action.ALLOW, Optional.empty(), "Reads only.");
  }

  public static ToolPolicy limited(String tool, int max, Window window) {
    return new ToolPolicy(tool, Action.LIMIT, Optional.of(new Limit(max, window)), "Paced.");
  }

  public static ToolPolicy hidden(String tool) {
    return new ToolPolicy(tool, Action.HIDE, Optional.empty(), "Loses data.");
  }

  public static ToolPolicy denied(String tool) {
    return new ToolPolicy(tool, Action.DENY, Optional.empty(), "Requires human approval.");
  }

  public static Policy policy(ToolPolicy... tools) {
    return new Policy("recommended", "docker", List.of(tools));
  }

  public static JsonValue parse(PolicyFormat format, String text) {
    try {
      return switch (format.syntax()) {
        case JSON -> JsonReader.withDefaultLimits().parse(text);
        case YAML -> YamlReader.withDefaultLimits().parse(text);
      };
    } catch (MalformedJsonException e) {
      throw new AssertionError(format.id() + " wrote what cannot be parsed: " + e.getMessage(), e);
    }
  }
}
