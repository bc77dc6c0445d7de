/** The SQLite catalogue: write, read, history, search. Sees the model, never the classifier. */
package io.mcpcatalogue.catalogue;
