/** Go: tool structures, option builders, and handlers whose parameters are structures. */
package io.mcpcatalogue.collect.extract.go;
