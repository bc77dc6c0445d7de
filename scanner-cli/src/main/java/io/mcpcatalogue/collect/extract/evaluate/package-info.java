/**
 * Evaluates syntax trees as far as tool declarations need it: names, texts, literals, small
 * functions. Nothing is ever run; what cannot be known stays unknown.
 */
package io.mcpcatalogue.collect.extract.evaluate;
