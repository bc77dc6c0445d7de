-- Full text over the words of tools and servers. The index holds words only, not the texts; its rows have the numbers
-- of the tools and servers. Words come prepared (identifiers split, each word once), so that a plain tokenizer does.
CREATE VIRTUAL TABLE tool_words USING fts5 (
  name, text, content = '', detail = column, tokenize = "unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE server_words USING fts5 (
  name, text, content = '', contentless_delete = 1, detail = column, tokenize = "unicode61 remove_diacritics 2"
);
