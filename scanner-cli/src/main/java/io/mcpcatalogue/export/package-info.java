/**
 * What leaves the program: reports for people and machines, and below them the policies. Of this
 * program it knows the records only.
 */
package io.mcpcatalogue.export;
