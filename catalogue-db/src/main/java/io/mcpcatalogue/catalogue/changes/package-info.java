/**
 * What changed on a server from one scan to the next: scans are compared as records ({@code
 * ServerDiff}), and texts word by word ({@code WordDiff}). Of tables it knows nothing.
 */
package io.mcpcatalogue.catalogue.changes;
