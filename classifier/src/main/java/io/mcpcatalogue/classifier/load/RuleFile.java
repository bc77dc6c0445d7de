package io.mcpcatalogue.classifier.load;

/**
 * One rule file of a pack, read but not yet understood. Immutable.
 *
 * @param path the path within the pack, with slashes: {@code signals/schema/url.yml}
 */
public record RuleFile(String path, YamlNode root) {

  /** The path without its ending. */
  public String stem() {
    return path.substring(0, path.length() - RulePack.ENDING.length());
  }
}
