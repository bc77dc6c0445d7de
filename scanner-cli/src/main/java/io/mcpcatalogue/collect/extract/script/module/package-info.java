/** A script as it is written: its expressions, and what its modules declare, import and export. */
package io.mcpcatalogue.collect.extract.script.module;
