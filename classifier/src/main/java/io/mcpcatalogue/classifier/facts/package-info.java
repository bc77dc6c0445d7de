/** What one tool definition says, without opinion: words, clauses, parameters, claims. */
package io.mcpcatalogue.classifier.facts;
