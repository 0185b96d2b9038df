DROP INDEX edition_links_now;
CREATE INDEX edition_links_now ON edition_links (target_id, role, kind, published_at, entry_id) WHERE archived_at IS NULL;
DROP INDEX editions_now;
CREATE INDEX editions_now ON editions (entry_id, revision, archived_at, visible_from, visible_until, kind) WHERE archived_at IS NULL;
DROP INDEX edition_links_sections;
CREATE INDEX edition_links_sections ON edition_links (target_id, kind, visible_from, visible_until) WHERE archived_at IS NULL AND role = 'section';
