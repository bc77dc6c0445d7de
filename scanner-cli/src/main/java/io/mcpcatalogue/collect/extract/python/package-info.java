/** Python: decorated functions, calls that register functions, and tool objects. */
package io.mcpcatalogue.collect.extract.python;
