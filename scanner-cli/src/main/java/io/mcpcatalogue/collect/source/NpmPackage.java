package io.mcpcatalogue.collect.source;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.PackageReference;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import java.util.Comparator;
import java.util.Optional;

/**
 * One version of a package as the registry describes it. Immutable.
 *
 * @param tarball the address as the registry wrote it
 * @param deprecated what its publisher says against using it, empty when there is nothing
 * @param installScript whether the registry knows of a script that runs when it is installed
 */
record NpmPackage(
    String name,
    String version,
    String tarball,
    Optional<Integrity> integrity,
    String deprecated,
    boolean installScript) {

  /** Chooses the version that npm would install. */
  static NpmPackage choose(JsonObject document, PackageReference reference)
      throws CollectException {
    JsonObject versions = document.object("versions");
    String version = version(document, versions, reference);
    JsonObject chosen = versions.object(version);
    JsonObject dist = chosen.object("dist");
    Optional<String> tarball = dist.text("tarball");
    if (tarball.isEmpty()) {
      throw new CollectException(
          Gap.Kind.MALFORMED, reference.id() + "@" + version + ": names no tarball");
    }
    return new NpmPackage(
        reference.name(),
        version,
        tarball.get(),
        dist.text("integrity")
            .flatMap(Integrity::ofSubresource)
            .or(() -> dist.text("shasum").flatMap(hex -> Integrity.ofHex("sha1", hex))),
        chosen.text("deprecated").orElse(""),
        chosen.isTrue("hasInstallScript"));
  }

  private static String version(
      JsonObject document, JsonObject versions, PackageReference reference)
      throws CollectException {
    String name = reference.id();
    if (versions.isEmpty()) {
      throw new CollectException(Gap.Kind.NOT_FOUND, name + ": has no version, it was unpublished");
    }
    JsonObject tags = document.object("dist-tags");
    String asked = reference.version().isEmpty() ? "latest" : reference.version();
    Optional<String> found =
        Optional.of(asked.replaceFirst("^[v=]", ""))
            .filter(version -> versions.get(version).isPresent())
            .or(() -> tags.text(asked).filter(version -> versions.get(version).isPresent()))
            .or(() -> inRange(asked, versions, tags))
            .or(() -> reference.version().isEmpty() ? newest(versions, "*") : Optional.empty());
    return found.orElseThrow(
        () ->
            new CollectException(
                Gap.Kind.NOT_FOUND, name + ": no version, tag or range '" + asked + "'"));
  }

  /** npm takes the latest when it lies in the range, even if there are higher versions. */
  private static Optional<String> inRange(String range, JsonObject versions, JsonObject tags) {
    Optional<VersionRange> parsed = VersionRange.parse(range);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    return tags.text("latest")
        .filter(latest -> versions.get(latest).isPresent())
        .filter(latest -> Version.parse(latest).filter(parsed.get()::holds).isPresent())
        .or(() -> newest(versions, range));
  }

  private static Optional<String> newest(JsonObject versions, String range) {
    VersionRange within = VersionRange.parse(range).orElseThrow();
    return versions.members().keySet().stream()
        .filter(text -> Version.parse(text).filter(within::holds).isPresent())
        .max(Comparator.comparing(text -> Version.parse(text).orElseThrow()));
  }
}
