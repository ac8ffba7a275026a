-- What was planned record by record goes into rows of some hundreds, as db/imports/kept.ts writes them.
INSERT INTO `import_plan` (`batch_id`, `subject`, `action`, `records`, `first`, `last`, `items`)
WITH placed AS (
  SELECT batch_id, entry_name, line, subject, action, fn, detail, contact_id, plan,
    row_number() OVER (PARTITION BY batch_id ORDER BY id) - 1 AS place,
    (row_number() OVER (PARTITION BY batch_id, subject, action ORDER BY id) - 1) / 500 AS piece,
    coalesce(plan ->> '$.contact.fn', plan ->> '$.owner.fn') AS said_fn,
    coalesce(plan -> '$.contact.n', plan -> '$.owner.n') AS n
  FROM import_item
), named AS (
  SELECT *, replace(replace(replace(replace(replace(coalesce(n ->> 'family', ''), '\', '\\'), ',', '\,'), ';', '\;'), char(13), ''), char(10), '\n') || ';' ||
      replace(replace(replace(replace(replace(coalesce(n ->> 'given', ''), '\', '\\'), ',', '\,'), ';', '\;'), char(13), ''), char(10), '\n') || ';' ||
      replace(replace(replace(replace(replace(coalesce(n ->> 'additional', ''), '\', '\\'), ',', '\,'), ';', '\;'), char(13), ''), char(10), '\n') || ';' ||
      replace(replace(replace(replace(replace(coalesce(n ->> 'prefix', ''), '\', '\\'), ',', '\,'), ';', '\;'), char(13), ''), char(10), '\n') || ';' ||
      replace(replace(replace(replace(replace(coalesce(n ->> 'suffix', ''), '\', '\\'), ',', '\,'), ';', '\;'), char(13), ''), char(10), '\n') AS said_n
  FROM placed
), kept AS (
  -- A merge patch leaves out whatever is null.
  SELECT batch_id, subject, action, place, piece, json_patch('{}', json_object(
    'at', place, 'entry', entry_name, 'line', line, 'fn', fn, 'detail', nullif(detail, ''), 'id', contact_id,
    'changes', CASE WHEN json_array_length(plan, '$.changes') > 0 THEN (
      SELECT json_group_array(json_array(c.value ->> 'name', c.value ->> 'before', c.value ->> 'after'))
      FROM json_each(plan, '$.changes') c) END,
    'issues', CASE WHEN json_array_length(plan, '$.issues') > 0 THEN json(plan -> '$.issues') END,
    'says', CASE WHEN action IN ('create', 'review') AND said_fn IS NOT NULL THEN (
      SELECT json_group_array(json(v)) FROM (
        SELECT json_array('FN', said_fn) AS v
        UNION ALL SELECT json_array('N', said_n)
        UNION ALL SELECT json_array(p.value ->> 'name', p.value ->> 'value', p.value ->> 'type')
          FROM json_each(coalesce(plan -> '$.contact.properties', '[]')) p
        UNION ALL SELECT json_array('URL', plan ->> '$.owner.url', 'linkedin') WHERE plan ->> '$.owner.url' <> ''
        UNION ALL SELECT json_array('TITLE', plan ->> '$.owner.headline') WHERE plan ->> '$.owner.headline' <> ''
      )) END,
    'on', plan ->> '$.contact.connectedOn',
    'invitation', CASE WHEN plan -> '$.invitation' IS NOT NULL THEN json(plan -> '$.invitation') END
  )) AS item
  FROM named
)
SELECT batch_id, subject, action, count(*), min(place), max(place), json_group_array(json(item) ORDER BY place)
FROM kept GROUP BY batch_id, subject, action, piece ORDER BY batch_id, min(place);
--> statement-breakpoint
INSERT INTO `import_choice` (`batch_id`, `ordinal`, `choice`, `left_out`)
SELECT batch_id, place, choice, '[]' FROM (
  SELECT batch_id, choice, row_number() OVER (PARTITION BY batch_id ORDER BY id) - 1 AS place FROM import_item
) WHERE choice <> 'take';
--> statement-breakpoint
DROP TABLE `import_item`;