/**
 * Source text into flat arrays of tokens: iterative, linear in the text, and tolerant of anything.
 */
package io.mcpcatalogue.collect.extract.lex;
