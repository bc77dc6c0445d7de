/**
 * An index of servers into the catalogue: read line by line, judged on all cores, written in the
 * order of the index.
 */
package io.mcpcatalogue.scan.batch;
