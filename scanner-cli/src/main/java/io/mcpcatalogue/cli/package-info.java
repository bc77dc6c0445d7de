/**
 * Where the program starts: finds the command that the first words name, and hands it the rest.
 * Each command says what it understands, calls one method of the layers below, and maps the result
 * to an exit code.
 */
package io.mcpcatalogue.cli;
