/**
 * The commands: each parses its options, calls one method of the layers below, and maps the result
 * to an exit code.
 */
package io.mcpcatalogue.cli;
