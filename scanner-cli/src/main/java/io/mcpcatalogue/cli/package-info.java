/**
 * Where the program starts, with the list of its commands. Each command says what it understands,
 * calls one method of the layers below, and maps the result to an exit code.
 */
package io.mcpcatalogue.cli;
