/**
 * Java, Kotlin, C#, Rust and PHP: methods and types that annotations declare as tools, and the
 * builders and calls that declare them without.
 */
package io.mcpcatalogue.collect.extract.annotated;
