package io.mcpcatalogue.scan;

import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.ServerOrigin;
import io.mcpcatalogue.model.SafeText;
import io.mcpcatalogue.model.ServerManifest;
import io.mcpcatalogue.model.ServerReport;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Keeps apart servers of different origin that would have the same id: what a file, a folder's
 * package or a command is called is no address. The second gets the id with a number, and that is
 * told. For one scan and one thread.
 */
public final class OwnIds {
  /** What an id begins with that is a mere name. */
  private static final Set<String> NAMES = Set.of("file", "source", "stdio");

  /** A new version is another state of the same server. */
  private static final Pattern VERSION = Pattern.compile("(?<=.)(@|==|:)[\\w.+-]+$");

  private final Known known;
  private final boolean named;
  private final Consumer<String> notices;

  /** The servers of this scan by the ids that they got. */
  private final Map<String, ServerManifest> met = new HashMap<>();

  /** What is known from before. */
  public interface Known {
    /** Whose an id is; empty for one that is free. */
    Optional<ServerOrigin> origin(String id) throws CatalogueException;
  }

  /**
   * For one scan.
   *
   * @param named whether the user named the server, and so says which one it is
   */
  public OwnIds(Known known, boolean named, Consumer<String> notices) {
    this.known = known;
    this.named = named;
    this.notices = notices;
  }

  /** The report with an id for each server that no other one has. */
  public TargetReport apart(TargetReport report) throws CatalogueException {
    Set<String> taken = new HashSet<>();
    List<ServerReport> servers = new ArrayList<>();
    for (ServerReport server : report.servers()) {
      String id = own(server.manifest(), taken);
      taken.add(id);
      met.put(id, server.manifest());
      servers.add(server.withId(id));
    }
    return new TargetReport(servers, report.gaps(), report.hosts(), report.ran());
  }

  private String own(ServerManifest server, Set<String> taken) throws CatalogueException {
    Optional<ServerOrigin> first = holder(server.id());
    Optional<ServerOrigin> holder = first;
    String id = server.id();
    for (int number = 2; taken.contains(id) || isAnothers(holder, server); number++) {
      id = server.id() + "#" + number;
      holder = holder(id);
    }
    if (!id.equals(server.id())) {
      tell(server.id(), first, server.target() + " is another server, kept as " + id);
    } else if (first.isPresent() && !isOf(first.get(), server)) {
      if (isMereName(server)) {
        tell(id, first, server.target() + " is taken for the same server, as --name says");
      } else if (met.containsKey(id)) {
        tell(id, first, server.target() + " is what the catalogue holds now");
      }
    }
    return id;
  }

  private boolean isAnothers(Optional<ServerOrigin> holder, ServerManifest server) {
    return holder.isPresent()
        && isMereName(server)
        && !isOf(holder.get(), server)
        && !(named && holder.get().name().equals(server.name()));
  }

  private Optional<ServerOrigin> holder(String id) throws CatalogueException {
    ServerManifest before = met.get(id);
    return before == null
        ? known.origin(id)
        : Optional.of(new ServerOrigin(before.name(), placeOf(before)));
  }

  /** Earlier programs kept the target as it was written. */
  private static boolean isOf(ServerOrigin origin, ServerManifest server) {
    return origin.place().equals(placeOf(server)) || origin.place().equals(server.target());
  }

  private boolean isMereName(ServerManifest server) {
    String scheme = schemeOf(server);
    return NAMES.contains(scheme) || (named && scheme.equals("url"));
  }

  /** Where a server is at home, wherever on this machine that is asked. */
  public static String placeOf(ServerManifest server) {
    return switch (schemeOf(server)) {
      case "file", "source" -> absolute(server.target());
      case "stdio" -> command(server.target());
      default -> server.target();
    };
  }

  private static String schemeOf(ServerManifest server) {
    return server.id().substring(0, Math.max(0, server.id().indexOf(':')));
  }

  /** A command without the versions of what it starts. */
  static String command(String words) {
    List<String> plain = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      plain.add(isFile(word) ? absolute(word) : VERSION.matcher(word).replaceFirst(""));
    }
    return String.join(" ", plain);
  }

  private static boolean isFile(String word) {
    try {
      return Files.isRegularFile(Path.of(word));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  static String absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  private void tell(String id, Optional<ServerOrigin> before, String now) {
    notices.accept(
        SafeText.line(
            id + " was scanned from " + before.orElseThrow().place() + " before; " + now));
  }
}
