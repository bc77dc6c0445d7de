-- The words of tools and servers in an index of our own: the database's full-text index took a sixth of a batch, most of it
-- for putting every word of every tool into a table by itself. All of the search index is made anew.
DROP TABLE tool_words;
DROP TABLE server_words;

-- What was indexed at a time; those of a level are merged into one of the next when they are many.
CREATE TABLE search_segment (
  id INTEGER PRIMARY KEY,
  level INTEGER NOT NULL
);

-- Words of a segment in the order of their bytes, from the first of this part to that of the next, with the numbers of the
-- tools and scans that have them.
CREATE TABLE search_part (
  id INTEGER PRIMARY KEY,
  segment INTEGER NOT NULL REFERENCES search_segment,
  first BLOB NOT NULL,
  words BLOB NOT NULL,
  UNIQUE (segment, first)
);
