-- One index for the words of tools, in which those of names stand once more behind a mark ("=delete"): two indexes took
-- twice as many insertions. All of the search index is made anew.
DROP TABLE tool_name_words;
DROP TABLE tool_words;
DROP TABLE server_words;
CREATE VIRTUAL TABLE tool_words USING fts5 (
  words, content = '', detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 2 tokenchars '='"
);
-- Without contentless_delete, which takes a row more for each, and which SQLite knows from 3.43 on only.
CREATE VIRTUAL TABLE server_words USING fts5 (
  words, content = '', columnsize = 0, detail = none, tokenize = "unicode61 remove_diacritics 2"
);
-- The words of a whole transaction are gathered in memory before they are written, and parts of the index are merged
-- when there are sixteen of a size: what is merged early is merged again, and a search looks through sixteen as fast.
INSERT INTO tool_words (tool_words, rank) VALUES ('hashsize', 4194304), ('automerge', 16);
INSERT INTO server_words (server_words, rank) VALUES ('hashsize', 4194304), ('automerge', 16);
