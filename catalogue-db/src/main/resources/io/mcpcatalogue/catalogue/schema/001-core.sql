-- Servers, their scans, the tools found, and the verdicts on them. docs/catalogue.md explains every table.

CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
INSERT INTO category VALUES (0, 'UNKNOWN'), (1, 'READ'), (2, 'WRITE'), (3, 'EXECUTE'), (4, 'DESTRUCTIVE'), (5, 'FINANCIAL');

CREATE TABLE severity (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
INSERT INTO severity VALUES (0, 'LOW'), (1, 'MEDIUM'), (2, 'HIGH'), (3, 'CRITICAL');

-- Texts that many verdicts share, stored once. {1} stands for a word that the evidence quotes.
CREATE TABLE phrase (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
);

-- What a rule says when it speaks for or against a category.
CREATE TABLE reason (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  category INTEGER NOT NULL REFERENCES category,
  weight REAL NOT NULL,
  UNIQUE (rule, category, weight)
);

-- What a rule points out, whatever the category.
CREATE TABLE signal (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  severity INTEGER NOT NULL REFERENCES severity,
  "references" TEXT NOT NULL,
  UNIQUE (rule, severity, "references")
);

-- How a rule moves the severity.
CREATE TABLE move (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  from_severity INTEGER NOT NULL REFERENCES severity,
  to_severity INTEGER NOT NULL REFERENCES severity,
  UNIQUE (rule, from_severity, to_severity)
);

-- What a policy does with a tool.
CREATE TABLE treatment (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL,
  max_calls INTEGER NOT NULL,
  window TEXT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (action, max_calls, window, reason)
);

-- The rule sets that judged, by digest.
CREATE TABLE rules (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE
);

CREATE TABLE server (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- The newest scan that obtained something; without any, the newest attempt.
  current_scan INTEGER NOT NULL REFERENCES scan,
  -- A later attempt that obtained nothing.
  failed_scan INTEGER REFERENCES scan
);

-- One row for each state of a server that was seen; scanning an unchanged server adds none.
CREATE TABLE scan (
  id INTEGER PRIMARY KEY,
  server_id INTEGER NOT NULL REFERENCES server,
  -- Digest of all that was collected.
  digest BLOB NOT NULL,
  scanned_at INTEGER NOT NULL,
  -- When it was last found unchanged; null while it was seen once.
  checked_at INTEGER,
  -- Whether anything was obtained: what was not scanned is never clean.
  scanned INTEGER NOT NULL,
  version TEXT NOT NULL,
  target TEXT NOT NULL,
  -- 0 listed, 1 extracted, 2 declared
  method INTEGER NOT NULL,
  description TEXT NOT NULL,
  instructions TEXT NOT NULL,
  -- The hosts that were contacted: [host...]; null for none
  hosts TEXT,
  -- Numbers of the tools, in order: [tool...]
  tools TEXT NOT NULL,
  -- Where the tools were found, when they have more than one origin: [text...]
  origins TEXT,
  -- Where they were found, when that is the same for all.
  origin INTEGER NOT NULL REFERENCES phrase,
  -- The verdict that holds, and the policy derived from it. Earlier ones stand in past_verdict.
  rules_id INTEGER NOT NULL REFERENCES rules,
  grade TEXT NOT NULL,
  score INTEGER NOT NULL,
  explanation INTEGER NOT NULL REFERENCES phrase,
  -- [[signal, phrase, [[at, start, end, words]...]]...]
  signals TEXT,
  profile INTEGER NOT NULL REFERENCES phrase,
  -- The name that the policy gives the server, when it is not the server's name.
  policy_name TEXT,
  -- One treatment for each distinct tool name, in order: [treatment...], or [[name, treatment]...]
  policy TEXT NOT NULL
);
CREATE INDEX scan_server ON scan (server_id);

-- One row for each version of a tool of a server, with the verdict that holds. One row and not two, because this is
-- where the catalogue's size and the speed of filling it are decided. Earlier verdicts stand in past_assessment.
CREATE TABLE tool (
  id INTEGER PRIMARY KEY,
  server_id INTEGER NOT NULL REFERENCES server,
  -- Whether the current scan of the server has it.
  current INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- 0 the whole schema is known, 1 a part of it, 2 nothing
  coverage INTEGER NOT NULL,
  rules_id INTEGER NOT NULL REFERENCES rules,
  category INTEGER NOT NULL REFERENCES category,
  severity INTEGER NOT NULL REFERENCES severity,
  confidence REAL NOT NULL,
  parameters INTEGER NOT NULL,
  required INTEGER NOT NULL,
  rationale INTEGER NOT NULL REFERENCES phrase,
  -- [[reason, at, start, end, quote?]...]
  evidence TEXT NOT NULL,
  -- [[signal, phrase, [[at, start, end, words?]...]]...]
  signals TEXT,
  -- [[move, phrase]...]
  moves TEXT,
  -- The definition: name and description as they are, the other members as JSON. Where that would not give back what
  -- was sent, all of it stands in raw.
  description TEXT,
  rest TEXT,
  raw TEXT,
  -- The members of the parsed view that cannot be read off the definition.
  parsed TEXT
);

CREATE TABLE past_assessment (
  rules_id INTEGER NOT NULL REFERENCES rules,
  tool_id INTEGER NOT NULL REFERENCES tool,
  category INTEGER NOT NULL REFERENCES category,
  severity INTEGER NOT NULL REFERENCES severity,
  confidence REAL NOT NULL,
  parameters INTEGER NOT NULL,
  required INTEGER NOT NULL,
  rationale INTEGER NOT NULL REFERENCES phrase,
  evidence TEXT NOT NULL,
  signals TEXT,
  moves TEXT,
  PRIMARY KEY (rules_id, tool_id)
) WITHOUT ROWID;

CREATE TABLE past_verdict (
  scan_id INTEGER NOT NULL REFERENCES scan,
  rules_id INTEGER NOT NULL REFERENCES rules,
  grade TEXT NOT NULL,
  score INTEGER NOT NULL,
  explanation INTEGER NOT NULL REFERENCES phrase,
  signals TEXT,
  profile INTEGER NOT NULL REFERENCES phrase,
  policy_name TEXT,
  policy TEXT NOT NULL,
  PRIMARY KEY (scan_id, rules_id)
) WITHOUT ROWID;

CREATE TABLE offered (
  scan_id INTEGER NOT NULL REFERENCES scan,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (scan_id, position)
) WITHOUT ROWID;

CREATE TABLE fact (
  scan_id INTEGER NOT NULL REFERENCES scan,
  position INTEGER NOT NULL,
  fact TEXT NOT NULL,
  value TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (scan_id, position)
) WITHOUT ROWID;

CREATE TABLE gap (
  scan_id INTEGER NOT NULL REFERENCES scan,
  position INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES phrase,
  kind TEXT NOT NULL,
  reason INTEGER NOT NULL REFERENCES phrase,
  PRIMARY KEY (scan_id, position)
) WITHOUT ROWID;

-- Every verdict on a tool, those that hold and earlier ones.
CREATE VIEW assessment AS
SELECT rules_id, id AS tool_id, category, severity, confidence, parameters, required, rationale, evidence, signals, moves
FROM tool
UNION ALL
SELECT rules_id, tool_id, category, severity, confidence, parameters, required, rationale, evidence, signals, moves
FROM past_assessment;
