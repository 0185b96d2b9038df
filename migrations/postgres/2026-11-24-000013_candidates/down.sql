DROP TABLE stale_candidates;
DROP INDEX editions_now;
CREATE INDEX editions_now ON editions (entry_id) WHERE archived_at IS NULL;
