/**
 * Policies in the formats of gateways and clients: written, and judged by the rules of whoever
 * enforces them.
 */
package io.mcpcatalogue.export.policy;
