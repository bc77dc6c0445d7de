/** Servers on the network: streamable HTTP, and the older stream of events. */
package io.mcpcatalogue.collect.live.remote;
