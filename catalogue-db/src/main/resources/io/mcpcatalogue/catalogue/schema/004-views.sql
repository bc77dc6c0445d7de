-- What readers may rely on: these views keep their columns, whatever becomes of the tables behind them.

CREATE VIEW servers AS
SELECT server.id AS server_number, server.key AS server_id, server.name, scan.version, scan.target,
  CASE instr(server.key, ':') WHEN 0 THEN '' ELSE substr(server.key, 1, instr(server.key, ':') - 1) END AS source,
  CASE scan.method WHEN 0 THEN 'LISTED' WHEN 1 THEN 'EXTRACTED' ELSE 'DECLARED' END AS method,
  scan.scanned, nullif(scan.grade, '') AS grade, iif(scan.scanned, scan.score, NULL) AS score,
  json_array_length(scan.tools) AS tools, scan.description, scan.instructions, rules.digest AS rules,
  strftime('%Y-%m-%dT%H:%M:%fZ', scan.scanned_at / 1000.0, 'unixepoch') AS scanned_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', coalesce(scan.checked_at, scan.scanned_at) / 1000.0, 'unixepoch') AS checked_at
FROM server JOIN scan ON scan.id = server.current_scan JOIN rules ON rules.id = scan.rules_id;

CREATE VIEW tools AS
SELECT tool.id AS tool_number, server.key AS server_id, server.name AS server_name, tool.name,
  coalesce(tool.parsed ->> 'description', tool.description, tool.rest ->> 'description', tool.raw ->> 'description', '')
    AS description,
  coalesce(tool.parsed -> 'inputSchema', tool.rest -> 'inputSchema', tool.raw -> 'inputSchema') AS input_schema,
  coalesce(tool.parsed -> 'annotations', tool.rest -> 'annotations', tool.raw -> 'annotations') AS annotations,
  category.name AS category, severity.name AS severity, tool.severity AS severity_number, tool.confidence,
  tool.parameters, tool.required
FROM tool JOIN server ON server.id = tool.server_id
JOIN category ON category.id = tool.category JOIN severity ON severity.id = tool.severity
WHERE tool.current;

CREATE VIEW tool_signals AS
SELECT tool.id AS tool_number, server.key AS server_id, tool.name AS tool, signal.rule AS signal,
  severity.name AS severity
FROM tool JOIN server ON server.id = tool.server_id JOIN json_each(tool.signals) AS item
JOIN signal ON signal.id = item.value ->> 0 JOIN severity ON severity.id = signal.severity
WHERE tool.current;

CREATE VIEW server_signals AS
SELECT server.id AS server_number, server.key AS server_id, signal.rule AS signal, severity.name AS severity
FROM server JOIN scan ON scan.id = server.current_scan JOIN json_each(scan.signals) AS item
JOIN signal ON signal.id = item.value ->> 0 JOIN severity ON severity.id = signal.severity;

CREATE VIEW gaps AS
SELECT server.key AS server_id, place.text AS place, gap.kind, reason.text AS reason
FROM server JOIN gap ON gap.scan_id = server.current_scan
JOIN phrase AS place ON place.id = gap.place JOIN phrase AS reason ON reason.id = gap.reason;

CREATE VIEW scans AS
SELECT scan.id AS scan_number, server.key AS server_id, scan.version, scan.scanned, nullif(scan.grade, '') AS grade,
  json_array_length(scan.tools) AS tools,
  strftime('%Y-%m-%dT%H:%M:%fZ', scan.scanned_at / 1000.0, 'unixepoch') AS scanned_at,
  scan.id = server.current_scan AS current
FROM scan JOIN server ON server.id = scan.server_id;

-- The same tool name on several servers: a model that has them all may call the wrong one.
CREATE VIEW same_tool_names AS
SELECT same.name, servers, categories, severity.name AS worst_severity
FROM (
  SELECT name, count(DISTINCT server_id) AS servers, count(DISTINCT category) AS categories, max(severity) AS worst
  FROM tool WHERE current GROUP BY name HAVING count(DISTINCT server_id) > 1
) AS same JOIN severity ON severity.id = same.worst;

-- Servers whose names differ only in case, separators, or characters that look alike.
CREATE VIEW look_alike_servers AS
WITH plain AS (
  SELECT key AS server_id, name,
    replace(replace(replace(replace(replace(replace(replace(replace(lower(name), '-', ''), '_', ''), '.', ''), ' ', ''),
      '0', 'o'), '1', 'l'), 'i', 'l'), 'rn', 'm') AS plain_name
  FROM server
)
SELECT plain_name, count(*) AS servers, count(DISTINCT name) AS names,
  json_group_array(json_object('server_id', server_id, 'name', name)) AS members
FROM plain WHERE plain_name <> '' GROUP BY plain_name HAVING count(DISTINCT name) > 1;

-- Servers that see private data, read what strangers wrote, and can send something out.
CREATE VIEW trifecta_servers AS
SELECT servers.server_id, servers.name, servers.grade, servers.tools
FROM server_signals JOIN servers ON servers.server_id = server_signals.server_id
WHERE server_signals.signal = 'server/lethal-trifecta';
