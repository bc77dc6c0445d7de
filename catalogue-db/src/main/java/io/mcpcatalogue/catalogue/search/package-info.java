/**
 * The search index: which tools and servers have which words. What it is made of is read from texts
 * ({@code SearchWords}), gathered and written ({@code SearchIndex}), and looked up ({@code
 * SearchHits}); of tables it knows its own only.
 */
package io.mcpcatalogue.catalogue.search;
