/**
 * What a command is given by its process, and what it leaves: streams, complaints and exit codes.
 */
package io.mcpcatalogue.cli.console;
