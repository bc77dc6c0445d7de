/** Requests to the one address of a remote server, and answers within bounds. */
package io.mcpcatalogue.collect.live.endpoint;
