package io.mcpcatalogue.catalogue;

import io.mcpcatalogue.model.Category;
import io.mcpcatalogue.model.Severity;
import java.util.Optional;

/**
 * What to search for. Immutable.
 *
 * @param text words that must all occur; one that ends in {@code *} stands for all that begin so
 * @param category only tools of this category
 * @param atLeast only tools of this severity or a graver one
 * @param signal only tools with this signal
 * @param source only tools of servers of this source: npm, pypi, github …
 * @param limit at most so many tools, and so many servers
 */
public record SearchQuery(
    String text,
    Optional<Category> category,
    Optional<Severity> atLeast,
    Optional<String> signal,
    Optional<String> source,
    int limit) {

  public static SearchQuery of(String text, int limit) {
    return new SearchQuery(
        text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }
}
