/** The walk of one target: collect, assess, derive the policy. Every record goes forward once. */
package io.mcpcatalogue.scan;
