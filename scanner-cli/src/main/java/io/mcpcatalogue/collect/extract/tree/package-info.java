/** A tree of files to read, wherever it lies: in a directory, an archive, or memory. */
package io.mcpcatalogue.collect.extract.tree;
