/** The commands about what the catalogue holds, from {@code show} to {@code reclassify}. */
package io.mcpcatalogue.cli.catalogue;
