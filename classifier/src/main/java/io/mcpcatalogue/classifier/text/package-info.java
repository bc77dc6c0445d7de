/** Splits names and prose into words with their place; knows no rule and judges nothing. */
package io.mcpcatalogue.classifier.text;
