/** Lists of tools as servers answer them, live or saved, with all that can be wrong with them. */
package io.mcpcatalogue.collect.listing;
