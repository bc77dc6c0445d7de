/** Options that several commands share, each with what it means. */
package io.mcpcatalogue.cli.options;
