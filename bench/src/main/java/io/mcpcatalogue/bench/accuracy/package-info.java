/** Measures the verdicts of the classifier against labelled tools. */
package io.mcpcatalogue.bench.accuracy;
