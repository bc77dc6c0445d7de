/** Holds rules against their examples, and rule sets against each other. */
package io.mcpcatalogue.classifier.check;
