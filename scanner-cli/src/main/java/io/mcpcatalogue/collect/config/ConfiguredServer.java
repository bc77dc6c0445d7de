package io.mcpcatalogue.collect.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One server as a client is configured to start or call it. Holds secrets, so its text form shows
 * the name only. Immutable.
 *
 * @param name the name the user gave it
 * @param where the file and the place in it
 * @param command program and arguments, empty for a remote server
 * @param environment variables that the client sets
 * @param url the address of a remote server
 * @param headers what the client sends to the remote server
 * @param disabled whether the client leaves it out
 * @param autoApproved tools that the client calls without asking
 */
record ConfiguredServer(
    String name,
    String where,
    List<String> command,
    Map<String, String> environment,
    Optional<String> url,
    Map<String, String> headers,
    boolean disabled,
    List<String> autoApproved) {

  ConfiguredServer {
    command = List.copyOf(command);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    autoApproved = List.copyOf(autoApproved);
  }

  @Override
  public String toString() {
    return "ConfiguredServer[" + name + "]";
  }
}
