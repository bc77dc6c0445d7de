/** The commands about the rules themselves. */
package io.mcpcatalogue.cli.rules;
