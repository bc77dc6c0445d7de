/** A conversation in the protocol, whatever carries it, up to what one server says of itself. */
package io.mcpcatalogue.collect.live.session;
