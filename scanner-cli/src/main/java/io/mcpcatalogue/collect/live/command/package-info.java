/** Servers that are commands of this machine: each is run, listened to, and ended. */
package io.mcpcatalogue.collect.live.command;
