/**
 * Bounded HTTP for every collector: what may be contacted, how much may come back, how long it may
 * take, and which hosts it was.
 */
package io.mcpcatalogue.collect.http;
