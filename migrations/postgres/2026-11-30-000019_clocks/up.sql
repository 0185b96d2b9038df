-- What refers to something is walked in the order of each clock, as in that of titles: on one index alone.
DROP INDEX edition_links_ending;
DROP INDEX edition_links_then;
DROP INDEX edition_links_now_title;
DROP INDEX edition_links_now;
DROP INDEX edition_links_sections;
ALTER TABLE edition_links ADD COLUMN content_updated_at TIMESTAMPTZ NOT NULL DEFAULT 'epoch';
ALTER TABLE edition_links ALTER COLUMN content_updated_at DROP DEFAULT;
UPDATE edition_links l SET content_updated_at = e.content_updated_at
FROM editions e WHERE e.entry_id = l.entry_id AND e.visible_from = l.visible_from;
-- Without the rows as they were before.
CLUSTER edition_links USING edition_links_pkey;
ALTER TABLE edition_links SET WITHOUT CLUSTER;
CREATE INDEX edition_links_ending ON edition_links (visible_until) WHERE archived_at IS NULL AND visible_until IS NOT NULL;
CREATE INDEX edition_links_then ON edition_links (target_id, role, kind, published_at, entry_id);
CREATE INDEX edition_links_now_updated ON edition_links (target_id, role, kind, visible_from, entry_id) INCLUDE (visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now_content_updated ON edition_links (target_id, role, kind, content_updated_at, entry_id) INCLUDE (visible_from, visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now_title ON edition_links (target_id, role, kind, title, entry_id) INCLUDE (visible_from, visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now ON edition_links (target_id, role, kind, published_at, entry_id) INCLUDE (visible_from, visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_sections ON edition_links (target_id, kind, visible_from, visible_until) WHERE archived_at IS NULL AND role = 'section';

ALTER TABLE working_copy_links ADD COLUMN content_updated_at TIMESTAMPTZ NOT NULL DEFAULT 'epoch';
ALTER TABLE working_copy_links ALTER COLUMN content_updated_at DROP DEFAULT;
UPDATE working_copy_links l SET content_updated_at = e.content_updated_at
FROM working_copies e WHERE e.entry_id = l.entry_id AND e.visible_from = l.visible_from;
CLUSTER working_copy_links USING working_copy_links_pkey;
ALTER TABLE working_copy_links SET WITHOUT CLUSTER;

-- Lists by each clock are walked on its index alone, and what lies in a period of one is gathered there to be sorted by another.
DROP INDEX editions_now_published;
DROP INDEX editions_now_updated;
DROP INDEX editions_now_content_updated;
DROP INDEX editions_now_corrected;
CREATE INDEX editions_now_published ON editions (kind, published_at, entry_id) INCLUDE (archived_at, visible_from, visible_until, revision, content_updated_at) WHERE archived_at IS NULL;
CREATE INDEX editions_now_updated ON editions (kind, visible_from, entry_id) INCLUDE (archived_at, visible_until, revision, published_at, content_updated_at, variant, has_image, locale) WHERE archived_at IS NULL;
CREATE INDEX editions_now_content_updated ON editions (kind, content_updated_at, entry_id) INCLUDE (archived_at, visible_from, visible_until, revision, published_at, variant, has_image, locale) WHERE archived_at IS NULL;
CREATE INDEX editions_now_corrected ON editions (kind, corrected_at, entry_id) INCLUDE (archived_at, visible_from, visible_until, revision, published_at, content_updated_at, title) WHERE archived_at IS NULL AND corrected_at IS NOT NULL;
ANALYZE edition_links;
ANALYZE working_copy_links;
ANALYZE editions;
