-- Full text over names, descriptions and parameters. The index holds which words a tool has and nothing else, so that it
-- stays small; its rows have the numbers of the tools and servers. Identifiers in names come split into their words.
CREATE VIRTUAL TABLE tool_name_words USING fts5 (
  words, content = '', detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE tool_words USING fts5 (
  words, content = '', detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE server_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 remove_diacritics 2"
);
