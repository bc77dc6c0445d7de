/** The words of a command line: what may be written, what was, and the help that tells. */
package io.mcpcatalogue.cli.words;
