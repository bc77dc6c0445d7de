-- Where a server was scanned from, in full, where its id is a mere name that others may have as well.
ALTER TABLE server ADD COLUMN place TEXT;

-- Lines that the newest run over each index could not read.
CREATE VIEW index_gaps AS
SELECT index_run.source AS index_name, index_gap.line, index_gap.place, index_gap.kind, index_gap.reason
FROM index_gap JOIN index_run ON index_run.id = index_gap.run_id
WHERE index_run.id IN (SELECT max(id) FROM index_run GROUP BY source);

-- The search index knows servers by their present scans.
CREATE INDEX server_current_scan ON server (current_scan);
