/**
 * Reads rule files into a rule set; the only part of the classifier that touches files. Every fault
 * is reported at once, with file and line.
 */
package io.mcpcatalogue.classifier.load;
