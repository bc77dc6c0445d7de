-- The words of a whole transaction are gathered in memory before they are written: what is written in small parts has to
-- be merged later, again and again.
INSERT INTO tool_words (tool_words, rank) VALUES ('hashsize', 4194304);
INSERT INTO tool_name_words (tool_name_words, rank) VALUES ('hashsize', 4194304);
