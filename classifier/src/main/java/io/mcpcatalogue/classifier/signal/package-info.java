/** Evaluates the rules for signals, capabilities and severities over tools and servers. */
package io.mcpcatalogue.classifier.signal;
