/**
 * A pure function: one tool definition and a rule set in, one assessment out. No I/O, clock, random
 * or mutable static.
 */
package io.mcpcatalogue.classifier;
