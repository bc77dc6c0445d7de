package io.mcpcatalogue.collect.live.launch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is run, where, and with which variables: shown to the user for consent, then started. Holds
 * secrets in the values of its variables, so its text form shows names only. Immutable.
 *
 * @param words the command as the user or a configuration names it
 * @param wrapped the command with the walls around it, as it is started
 * @param environment all variables that the process gets
 * @param directory the working directory
 * @param cleanUp the command that removes what outlives the process, empty without such
 */
public record Launch(
    List<String> words,
    List<String> wrapped,
    Map<String, String> environment,
    Path directory,
    List<String> cleanUp) {

  public Launch {
    words = List.copyOf(words);
    wrapped = List.copyOf(wrapped);
    cleanUp = List.copyOf(cleanUp);
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }

  @Override
  public String toString() {
    return "Launch[" + words + ", environment=" + environment.keySet() + "]";
  }
}
