DROP INDEX editions_now_locale_title;
DROP INDEX editions_now_title;
CREATE INDEX editions_now_title ON editions (kind, title, entry_id) WHERE archived_at IS NULL;
