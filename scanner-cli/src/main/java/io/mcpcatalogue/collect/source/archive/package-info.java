/** Archives that nobody vouches for, read into memory within bounds. */
package io.mcpcatalogue.collect.source.archive;
