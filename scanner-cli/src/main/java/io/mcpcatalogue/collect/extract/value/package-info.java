/** What an expression of a source is known to be worth without running it. */
package io.mcpcatalogue.collect.extract.value;
