/** How fast the classifier is: on real tools, and on texts made to slow it down. */
package io.mcpcatalogue.bench.speed;
