/**
 * Static extraction: the tools of a server read out of its sources, which are never run. This
 * package drives; the language packages below it read.
 */
package io.mcpcatalogue.collect.extract;
