package io.mcpcatalogue.export;

import io.mcpcatalogue.model.JsonObjectBuilder;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ToolDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a finding is: always in a tool or server, and in a line of a file where one is known.
 * Immutable.
 *
 * @param file the path, empty when the finding is in no file
 * @param base names what the path begins in, empty when that is the working directory
 */
record SarifPlace(String server, String name, String kind, String file, String base, int line) {
  private static final Pattern FILE_AND_LINE =
      Pattern.compile("([^:]{1,4000}):([0-9]{1,9})(?::[0-9]{1,9})?");
  private static final String SAVED_LISTING = "file:";
  private static final String DIRECTORY = "source:";

  static SarifPlace ofTool(ServerManifest manifest, ToolDefinition tool) {
    Matcher origin = FILE_AND_LINE.matcher(tool.origin());
    if (!origin.matches()) {
      return new SarifPlace(manifest.id(), tool.name(), "function", fileOf(manifest), "", 1);
    }
    boolean here = manifest.id().startsWith(DIRECTORY);
    return new SarifPlace(
        manifest.id(),
        tool.name(),
        "function",
        here ? within(manifest.target(), origin.group(1)) : origin.group(1),
        here ? "" : manifest.id(),
        Math.max(1, Integer.parseInt(origin.group(2))));
  }

  /** The path of a file in a folder, as seen from where the folder was named. */
  private static String within(String folder, String file) {
    String slashed = folder.replace('\\', '/').replaceAll("/+$", "");
    while (slashed.startsWith("./")) {
      slashed = slashed.substring(2);
    }
    boolean root = slashed.isEmpty() && folder.startsWith("/");
    return slashed.equals(".") || (slashed.isEmpty() && !root) ? file : slashed + "/" + file;
  }

  static SarifPlace ofServer(ServerManifest manifest) {
    return new SarifPlace(manifest.id(), "", "module", fileOf(manifest), "", 1);
  }

  private static String fileOf(ServerManifest manifest) {
    return manifest.id().startsWith(SAVED_LISTING) ? manifest.target() : "";
  }

  JsonObject toJson() {
    JsonObjectBuilder location = new JsonObjectBuilder();
    if (!file.isEmpty()) {
      location.put(
          "physicalLocation",
          new JsonObjectBuilder()
              .put(
                  "artifactLocation",
                  new JsonObjectBuilder()
                      .put("uri", uri(file))
                      .putUnlessEmpty("uriBaseId", base)
                      .build())
              .put("region", new JsonObjectBuilder().put("startLine", line).build())
              .build());
    }
    JsonObject logical =
        new JsonObjectBuilder()
            .put("name", name.isEmpty() ? server : name)
            .put("fullyQualifiedName", name.isEmpty() ? server : server + "/" + name)
            .put("kind", kind)
            .build();
    return location.put("logicalLocations", List.of(logical)).build();
  }

  /** Stays the same when the tool moves within its file, so that a known finding is recognised. */
  JsonObject fingerprints(String rule) {
    String identity = server + '\n' + name + '\n' + rule;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return new JsonObjectBuilder()
          .put("mcpCatalogue/v1", HexFormat.of().formatHex(digest, 0, 16))
          .build();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String uri(String path) {
    String slashed = path.replace('\\', '/');
    StringBuilder uri = new StringBuilder(slashed.startsWith("/") ? "file://" : "");
    for (byte b : slashed.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/@+,=".indexOf(c) >= 0;
      uri.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return uri.toString();
  }
}
