-- What refers to something is gathered and sorted on these indexes alone, without rows.
DROP INDEX edition_links_now;
CREATE INDEX edition_links_now ON edition_links (target_id, role, kind, published_at, entry_id, visible_from, visible_until, archived_at) WHERE archived_at IS NULL;
DROP INDEX editions_now;
CREATE INDEX editions_now ON editions (entry_id, visible_from, revision, visible_until, archived_at, kind, published_at, content_updated_at, title) WHERE archived_at IS NULL;
DROP INDEX edition_links_sections;
CREATE INDEX edition_links_sections ON edition_links (target_id, kind, visible_from, visible_until, role, archived_at, published_at, entry_id) WHERE archived_at IS NULL AND role = 'section';
