/** Turns the verdicts on the tools of a server into its score and grade. */
package io.mcpcatalogue.classifier.grade;
