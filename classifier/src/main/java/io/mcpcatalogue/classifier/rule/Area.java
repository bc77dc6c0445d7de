package io.mcpcatalogue.classifier.rule;

/** The texts that a condition looks at. */
public enum Area {
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
