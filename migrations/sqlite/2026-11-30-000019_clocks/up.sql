-- What refers to something is walked in the order of each clock, as in that of titles: on one index alone.
DROP INDEX edition_links_ending;
DROP INDEX edition_links_then;
DROP INDEX edition_links_now_title;
DROP INDEX edition_links_now;
DROP INDEX edition_links_sections;
-- A column that may not be empty is added with a value only. Every row is written with its own.
ALTER TABLE edition_links ADD COLUMN content_updated_at INTEGER NOT NULL DEFAULT 0;
UPDATE edition_links SET content_updated_at = (
    SELECT e.content_updated_at FROM editions e WHERE e.entry_id = edition_links.entry_id AND e.visible_from = edition_links.visible_from
);
ALTER TABLE working_copy_links ADD COLUMN content_updated_at INTEGER NOT NULL DEFAULT 0;
UPDATE working_copy_links SET content_updated_at = (
    SELECT e.content_updated_at FROM working_copies e WHERE e.entry_id = working_copy_links.entry_id
);
-- Those that are rather not taken come first.
CREATE INDEX edition_links_ending ON edition_links (visible_until) WHERE archived_at IS NULL AND visible_until IS NOT NULL;
CREATE INDEX edition_links_then ON edition_links (target_id, role, kind, published_at, entry_id);
CREATE INDEX edition_links_now_updated ON edition_links (target_id, role, kind, visible_from, entry_id, visible_until, archived_at) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now_content_updated ON edition_links (target_id, role, kind, content_updated_at, entry_id, visible_from, visible_until, archived_at) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now_title ON edition_links (target_id, role, kind, title, entry_id, visible_from, visible_until, archived_at) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now ON edition_links (target_id, role, kind, published_at, entry_id, visible_from, visible_until, archived_at) WHERE archived_at IS NULL;
CREATE INDEX edition_links_sections ON edition_links (target_id, kind, visible_from, visible_until, role, archived_at, published_at, entry_id) WHERE archived_at IS NULL AND role = 'section';

-- Lists by each clock are walked on its index alone, and what lies in a period of one is gathered there to be sorted by another.
-- All are made in the order in which they were: where two would do, SQLite takes the one that was made last.
DROP INDEX editions_now_published;
DROP INDEX editions_now_locale;
DROP INDEX editions_now_updated;
DROP INDEX editions_now_title;
DROP INDEX editions_now_locale_title;
DROP INDEX editions_now_corrected;
DROP INDEX editions_now_review;
DROP INDEX editions_now_variant;
DROP INDEX editions_now_image;
DROP INDEX editions_now_content_updated;
DROP INDEX editions_now_translated;
DROP INDEX editions_now;
CREATE INDEX editions_now_published ON editions (kind, published_at, entry_id, archived_at, visible_from, visible_until, revision, content_updated_at) WHERE archived_at IS NULL;
CREATE INDEX editions_now_locale ON editions (kind, locale, published_at, entry_id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX editions_now_updated ON editions (kind, visible_from, entry_id, archived_at, visible_until, revision, published_at, content_updated_at, variant, has_image, locale) WHERE archived_at IS NULL;
CREATE INDEX editions_now_title ON editions (kind, title, entry_id, archived_at, visible_from, visible_until, revision, published_at, content_updated_at, variant, has_image, locale) WHERE archived_at IS NULL;
CREATE INDEX editions_now_locale_title ON editions (kind, locale, title, entry_id, archived_at, visible_from, visible_until, revision, published_at, content_updated_at, variant, has_image) WHERE archived_at IS NULL AND locale IS NOT NULL;
CREATE INDEX editions_now_corrected ON editions (kind, corrected_at, entry_id, archived_at, visible_from, visible_until, revision, published_at, content_updated_at, title) WHERE archived_at IS NULL AND corrected_at IS NOT NULL;
CREATE INDEX editions_now_review ON editions (kind, review_by, entry_id, archived_at) WHERE archived_at IS NULL AND review_by IS NOT NULL;
CREATE INDEX editions_now_variant ON editions (kind, variant, published_at, entry_id, archived_at) WHERE archived_at IS NULL AND variant IS NOT NULL;
CREATE INDEX editions_now_image ON editions (kind, has_image, published_at, entry_id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX editions_now_content_updated ON editions (kind, content_updated_at, entry_id, archived_at, visible_from, visible_until, revision, published_at, variant, has_image, locale) WHERE archived_at IS NULL;
CREATE INDEX editions_now_translated ON editions (kind, locale, translation_group, archived_at) WHERE archived_at IS NULL AND translation_group IS NOT NULL;
CREATE INDEX editions_now ON editions (entry_id, visible_from, revision, visible_until, archived_at, kind, published_at, content_updated_at, title) WHERE archived_at IS NULL;
