/** Measurements of speed and accuracy: main programs, nothing that the product calls. */
package io.mcpcatalogue.bench;
