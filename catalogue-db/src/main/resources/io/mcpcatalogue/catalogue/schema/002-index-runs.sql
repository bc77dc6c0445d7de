-- Batches over an index: how far each got, and what it could not read.

-- The digest of the line of an index that the server was last read from: an unchanged line is not read again.
ALTER TABLE server ADD COLUMN line BLOB;

CREATE TABLE index_run (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  -- The options that choose lines.
  selection TEXT NOT NULL,
  rules_id INTEGER NOT NULL REFERENCES rules,
  started_at INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  -- So many lines are dealt with, and the digest over them: a killed run goes on behind them.
  lines INTEGER NOT NULL,
  chain BLOB NOT NULL,
  -- What became of the servers; tools are those of the servers that were judged.
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  judged_again INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  with_gaps INTEGER NOT NULL,
  bad INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  tools INTEGER NOT NULL
);

CREATE TABLE index_gap (
  run_id INTEGER NOT NULL REFERENCES index_run,
  line INTEGER NOT NULL,
  position INTEGER NOT NULL,
  digest BLOB NOT NULL,
  place TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (run_id, line, position)
) WITHOUT ROWID;
