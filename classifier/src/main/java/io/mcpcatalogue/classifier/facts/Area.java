package io.mcpcatalogue.classifier.facts;

/** What a text is for, by the place where it stands. */
public enum Area {
  /** A name of the tool, of a parameter or of anything else, where it may say or hide something. */
  NAME,
  /** The tool's title, or that of its annotations. */
  TITLE,
  /** The tool's description, or the description of a prompt, resource or server. */
  DESCRIPTION,
  /** What the schema says about arguments: their descriptions, titles, defaults, values. */
  SCHEMA,
  /** Any other text that was sent with the tool. */
  OTHER,
  /** What the server tells every model. */
  INSTRUCTIONS
}
