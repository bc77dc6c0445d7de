/** Ruby: classes that are tools, and tools that are defined by calls. */
package io.mcpcatalogue.collect.extract.ruby;
