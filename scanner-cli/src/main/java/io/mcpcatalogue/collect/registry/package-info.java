/**
 * Registries and lists of servers: single records looked up, and whole lists crawled into an index.
 */
package io.mcpcatalogue.collect.registry;
