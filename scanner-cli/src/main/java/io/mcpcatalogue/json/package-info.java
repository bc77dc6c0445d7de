/** JSON and YAML text into values, within limits: the only place where Jackson is used. */
package io.mcpcatalogue.json;
