/**
 * JSON, and the TOML and YAML of configuration files, into values within limits: the only place
 * where Jackson is used.
 */
package io.mcpcatalogue.json;
