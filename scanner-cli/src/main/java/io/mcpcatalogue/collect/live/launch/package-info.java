/** How a command is started: with which variables, where, and behind which walls. */
package io.mcpcatalogue.collect.live.launch;
