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
CREATE INDEX server_name ON server (name);

-- One row for each state of a server that was seen; scanning an unchanged server adds none.
CREATE TABLE scan (
  id INTEGER PRIMARY KEY,
  server_id INTEGER NOT NULL REFERENCES server,
  digest BLOB NOT NULL,
  scanned_at INTEGER NOT NULL,
  checked_at INTEGER NOT NULL,
  -- Whether anything was obtained: what was not scanned is never clean.
  scanned INTEGER NOT NULL,
  -- The rule set of the verdict that holds.
  rules_id INTEGER NOT NULL REFERENCES rules,
  version TEXT NOT NULL,
  target TEXT NOT NULL,
  method TEXT NOT NULL,
  origin TEXT NOT NULL,
  description TEXT NOT NULL,
  instructions TEXT NOT NULL,
  hosts TEXT NOT NULL
);
CREATE INDEX scan_server ON scan (server_id);

-- One row for each version of a tool of a server.
CREATE TABLE tool (
  id INTEGER PRIMARY KEY,
  server_id INTEGER NOT NULL REFERENCES server,
  digest BLOB NOT NULL,
  name TEXT NOT NULL,
  coverage INTEGER NOT NULL,
  raw TEXT NOT NULL,
  -- The members of the parsed view that cannot be read off the raw definition.
  parsed TEXT
);

CREATE TABLE scan_tool (
  scan_id INTEGER NOT NULL REFERENCES scan,
  position INTEGER NOT NULL,
  tool_id INTEGER NOT NULL REFERENCES tool,
  -- Where it was found, when that is not the origin of the scan.
  origin TEXT,
  PRIMARY KEY (scan_id, position)
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
  place TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (scan_id, position)
) WITHOUT ROWID;

CREATE TABLE assessment (
  rules_id INTEGER NOT NULL REFERENCES rules,
  tool_id INTEGER NOT NULL REFERENCES tool,
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
  PRIMARY KEY (rules_id, tool_id)
) WITHOUT ROWID;

-- The verdict on a whole server, and the policy derived from it.
CREATE TABLE verdict (
  scan_id INTEGER NOT NULL REFERENCES scan,
  rules_id INTEGER NOT NULL REFERENCES rules,
  grade TEXT NOT NULL,
  score INTEGER NOT NULL,
  explanation INTEGER NOT NULL REFERENCES phrase,
  -- [[signal, phrase, [[at, start, end, words]...]]...]
  signals TEXT,
  profile TEXT NOT NULL,
  -- The name that the policy gives the server, when it is not the server's name.
  policy_name TEXT,
  -- One treatment for each distinct tool name, in order: [treatment...], or [[name, treatment]...]
  policy TEXT NOT NULL,
  PRIMARY KEY (scan_id, rules_id)
) WITHOUT ROWID;
