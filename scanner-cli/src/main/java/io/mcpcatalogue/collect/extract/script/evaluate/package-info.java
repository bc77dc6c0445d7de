/** What the expressions of scripts are known to be worth, and the schemas that builders make. */
package io.mcpcatalogue.collect.extract.script.evaluate;
