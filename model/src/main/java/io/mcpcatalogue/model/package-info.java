/**
 * The records that travel forward through the program, from what was collected to the policy. JDK
 * types only.
 */
package io.mcpcatalogue.model;
