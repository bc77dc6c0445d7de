/**
 * From what the user named to server manifests: the only place that opens connections, starts
 * processes and reads targets.
 */
package io.mcpcatalogue.collect;
