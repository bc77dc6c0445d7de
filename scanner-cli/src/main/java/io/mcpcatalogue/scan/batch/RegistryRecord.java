package io.mcpcatalogue.scan.batch;

import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/** Finds in a record of the official registry what can be collected. */
final class RegistryRecord {
  private RegistryRecord() {}

  /**
   * The target of a record, bare or within {@code server}: its first package of a known kind, else
   * its first remote address, else its repository. Empty when it has none of them.
   */
  static String targetOf(JsonObject object) {
    JsonObject server = object.get("server").map(JsonValue::asObject).orElse(object);
    return objects(server, "packages").stream()
        .map(RegistryRecord::packageTarget)
        .flatMap(Optional::stream)
        .findFirst()
        .or(
            () ->
                objects(server, "remotes").stream()
                    .flatMap(remote -> remote.text("url").stream())
                    .findFirst())
        .or(() -> repository(server))
        .orElse("");
  }

  private static Optional<String> packageTarget(JsonObject listed) {
    String kind = listed.text("registryType").or(() -> listed.text("registry_name")).orElse("");
    String name = listed.text("identifier").or(() -> listed.text("name")).orElse("");
    String version = listed.text("version").filter(v -> !v.isEmpty()).map(v -> "@" + v).orElse("");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind) {
      case "npm", "pypi" -> Optional.of(kind + ":" + name + version);
      case "oci", "docker" -> Optional.of("oci:" + name);
      default -> Optional.empty();
    };
  }

  private static Optional<String> repository(JsonObject server) {
    return server
        .get("repository")
        .flatMap(repository -> repository.asObject().text("url"))
        .filter(url -> url.startsWith("https://github.com/"));
  }

  private static List<JsonObject> objects(JsonObject server, String member) {
    return server.get(member).map(JsonValue::asArray).stream()
        .flatMap(array -> array.values().stream())
        .map(JsonValue::asObject)
        .toList();
  }
}
