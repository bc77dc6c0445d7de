/** How a remote server wants to be asked, and how a token is got. */
package io.mcpcatalogue.collect.live.auth;
