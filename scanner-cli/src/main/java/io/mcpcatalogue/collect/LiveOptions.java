package io.mcpcatalogue.collect;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How servers are run or called when they are listed live. Holds secrets, so its text form shows
 * names only. Immutable.
 *
 * @param environment variables that are given to a server that is run, beyond the allow-list
 * @param clientName how this program names itself to servers
 * @param cloakCheck list twice, under two client names, and report differences
 * @param isolation how a server that is run is kept apart
 * @param remote how remote servers are called
 */
public record LiveOptions(
    Map<String, String> environment,
    String clientName,
    boolean cloakCheck,
    Isolation isolation,
    RemoteOptions remote) {

  /** The name under which this program calls servers, unless the user gives another one. */
  public static final String CLIENT_NAME = "mcp-catalogue";

  public static final LiveOptions DEFAULT =
      new LiveOptions(Map.of(), CLIENT_NAME, false, Isolation.NONE, RemoteOptions.DEFAULT);

  public LiveOptions {
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }

  /**
   * How a server that is run is kept apart from the rest of the machine. Immutable.
   *
   * @param image the image of a container, else one is chosen by the command
   */
  public record Isolation(Kind kind, Optional<String> image) {
    public static final Isolation NONE = new Isolation(Kind.NONE, Optional.empty());
    public static final Isolation NAMESPACES = new Isolation(Kind.NAMESPACES, Optional.empty());

    public static Isolation container(Optional<String> image) {
      return new Isolation(Kind.CONTAINER, image);
    }

    /** The walls there are. */
    public enum Kind {
      /** Own session and a clean environment. */
      NONE,
      /** Own user, process and network namespaces (Linux). */
      NAMESPACES,
      /** A container without network. */
      CONTAINER
    }
  }

  public LiveOptions withEnvironment(Map<String, String> given) {
    return new LiveOptions(given, clientName, cloakCheck, isolation, remote);
  }

  public LiveOptions withCloakCheck(boolean given) {
    return new LiveOptions(environment, clientName, given, isolation, remote);
  }

  public LiveOptions withIsolation(Isolation given) {
    return new LiveOptions(environment, clientName, cloakCheck, given, remote);
  }

  public LiveOptions withRemote(RemoteOptions given) {
    return new LiveOptions(environment, clientName, cloakCheck, isolation, given);
  }

  @Override
  public String toString() {
    return "LiveOptions[environment=" + environment.keySet() + ", clientName=" + clientName + "]";
  }
}
