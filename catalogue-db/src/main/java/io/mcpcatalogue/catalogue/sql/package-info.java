/** Questions to the database and their answers, for all that keep tables in it. */
package io.mcpcatalogue.catalogue.sql;
