-- Parts of the search index are merged when there are sixteen of a size and not four: what is merged early is merged
-- again, and a search looks through sixteen parts as fast.
INSERT INTO tool_words (tool_words, rank) VALUES ('automerge', 16);
INSERT INTO tool_name_words (tool_name_words, rank) VALUES ('automerge', 16);
INSERT INTO server_words (server_words, rank) VALUES ('automerge', 16);
INSERT INTO server_words (server_words, rank) VALUES ('hashsize', 4194304);
