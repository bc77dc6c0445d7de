/** The MCP servers that the clients of a machine are configured to use. */
package io.mcpcatalogue.collect.config;
