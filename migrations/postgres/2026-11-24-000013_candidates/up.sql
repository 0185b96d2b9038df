-- Translations of whose original a newer revision is, was or will be public. Whether it is at a moment, editions tell; but
-- few translations are stale, and without this all would be looked at to find them.
CREATE TABLE stale_candidates (
    entry_id UUID NOT NULL PRIMARY KEY REFERENCES entries (id)
);
INSERT INTO stale_candidates (entry_id)
SELECT DISTINCT l.entry_id FROM edition_links l
JOIN editions t ON t.entry_id = l.target_id AND t.revision > l.pin
WHERE l.role = 'translation' AND l.archived_at IS NULL;

-- Whether an edition is public now is seen on its index alone, without the row.
DROP INDEX editions_now;
CREATE INDEX editions_now ON editions (entry_id, revision) INCLUDE (visible_from, visible_until, kind) WHERE archived_at IS NULL;
