/**
 * The catalogue in one SQLite file: write, read, history, search. It sees the records of the model
 * and nothing of how they came about.
 */
package io.mcpcatalogue.catalogue;
