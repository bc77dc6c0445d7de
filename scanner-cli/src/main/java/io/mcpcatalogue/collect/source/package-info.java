/** Packages, repositories, images and archives: fetched, read in memory, and never run. */
package io.mcpcatalogue.collect.source;
