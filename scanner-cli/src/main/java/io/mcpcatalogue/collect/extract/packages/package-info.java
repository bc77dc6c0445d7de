/** Which package of a repository a file belongs to, and which packages use which. */
package io.mcpcatalogue.collect.extract.packages;
