package io.mcpcatalogue.model;

/**
 * How much of a tool's input schema is known: a schema that was not seen is never passed off as an
 * empty one.
 */
public enum SchemaCoverage {
  /** The whole schema as the server publishes it or the source declares it. */
  COMPLETE,
  /** Some parameters are known, others could not be determined. */
  PARTIAL,
  /** Nothing is known of the parameters. */
  UNKNOWN
}
