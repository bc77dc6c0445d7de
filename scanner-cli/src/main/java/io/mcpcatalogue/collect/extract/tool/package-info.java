/** The contract between the driver and the languages: what is read, and what comes out. */
package io.mcpcatalogue.collect.extract.tool;
