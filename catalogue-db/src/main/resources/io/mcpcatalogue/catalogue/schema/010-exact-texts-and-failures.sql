-- What the server says of itself as JSON, {"description", "instructions"}, where a column cannot hold it as it is.
ALTER TABLE scan ADD COLUMN exact TEXT;

-- Why the newest attempt obtained nothing of a server that was scanned before: what is known of it is older.
CREATE VIEW failures AS
SELECT server.key AS server_id, place.text AS place, gap.kind, reason.text AS reason,
  strftime('%Y-%m-%dT%H:%M:%fZ', scan.scanned_at / 1000.0, 'unixepoch') AS failed_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', coalesce(scan.checked_at, scan.scanned_at) / 1000.0, 'unixepoch') AS tried_at
FROM server JOIN scan ON scan.id = server.failed_scan JOIN gap ON gap.scan_id = scan.id
JOIN phrase AS place ON place.id = gap.place JOIN phrase AS reason ON reason.id = gap.reason;
