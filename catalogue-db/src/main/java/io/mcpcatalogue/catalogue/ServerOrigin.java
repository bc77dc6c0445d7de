package io.mcpcatalogue.catalogue;

/**
 * Whose an id is. Immutable.
 *
 * @param name the name of the server
 * @param place where it was scanned from; in full, unless an earlier program kept it
 */
public record ServerOrigin(String name, String place) {}
