/**
 * What leaves the program: policies in the formats of gateways and clients, and reports for people
 * and machines. Of this program it knows the records only.
 */
package io.mcpcatalogue.export;
