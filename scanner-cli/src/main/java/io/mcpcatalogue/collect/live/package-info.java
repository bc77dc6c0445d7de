/**
 * The own MCP client: talks to servers over stdio and HTTP, believes nothing they say, and leaves
 * nothing of them running.
 */
package io.mcpcatalogue.collect.live;
