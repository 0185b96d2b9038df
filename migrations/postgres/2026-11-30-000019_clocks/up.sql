-- What refers to something is walked in the order of each clock, as in that of titles: on one index alone. New tables, for an
-- update of all rows would leave the old ones as large again.
-- Nobody may write between. What is locked later anyway is locked now, in the order in which readers and writers go.
LOCK TABLE editions, working_copies, edition_links, working_copy_links IN ACCESS EXCLUSIVE MODE;
CREATE TABLE edition_links_clocked (
    entry_id UUID NOT NULL,
    visible_from TIMESTAMPTZ NOT NULL,
    role TEXT NOT NULL,
    target_id UUID NOT NULL,
    -- The revision that the target is held at; NULL follows the public one.
    pin INTEGER,
    kind TEXT NOT NULL,
    visible_until TIMESTAMPTZ,
    archived_at TIMESTAMPTZ,
    published_at TIMESTAMPTZ NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    content_updated_at TIMESTAMPTZ NOT NULL
);
INSERT INTO edition_links_clocked
SELECT l.entry_id, l.visible_from, l.role, l.target_id, l.pin, l.kind, l.visible_until, l.archived_at, l.published_at, l.title, e.content_updated_at
FROM edition_links l JOIN editions e ON e.entry_id = l.entry_id AND e.visible_from = l.visible_from;
DROP TABLE edition_links;
ALTER TABLE edition_links_clocked RENAME TO edition_links;
ALTER TABLE edition_links ADD PRIMARY KEY (entry_id, visible_from, role, target_id);
ALTER TABLE edition_links ADD FOREIGN KEY (entry_id, visible_from) REFERENCES editions (entry_id, visible_from) ON DELETE CASCADE;
CREATE INDEX edition_links_ending ON edition_links (visible_until) WHERE archived_at IS NULL AND visible_until IS NOT NULL;
CREATE INDEX edition_links_then ON edition_links (target_id, role, kind, published_at, entry_id);
CREATE INDEX edition_links_now_updated ON edition_links (target_id, role, kind, visible_from, entry_id) INCLUDE (visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now_content_updated ON edition_links (target_id, role, kind, content_updated_at, entry_id) INCLUDE (visible_from, visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now_title ON edition_links (target_id, role, kind, title, entry_id) INCLUDE (visible_from, visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now ON edition_links (target_id, role, kind, published_at, entry_id) INCLUDE (visible_from, visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_sections ON edition_links (target_id, kind, visible_from, visible_until) WHERE archived_at IS NULL AND role = 'section';
-- As before: see the migration of statistics.
ALTER TABLE edition_links ALTER COLUMN target_id SET (n_distinct = 20);

CREATE TABLE working_copy_links_clocked (
    entry_id UUID NOT NULL,
    visible_from TIMESTAMPTZ NOT NULL,
    role TEXT NOT NULL,
    target_id UUID NOT NULL,
    pin INTEGER,
    kind TEXT NOT NULL,
    visible_until TIMESTAMPTZ,
    archived_at TIMESTAMPTZ,
    published_at TIMESTAMPTZ NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    content_updated_at TIMESTAMPTZ NOT NULL
);
INSERT INTO working_copy_links_clocked
SELECT l.entry_id, l.visible_from, l.role, l.target_id, l.pin, l.kind, l.visible_until, l.archived_at, l.published_at, l.title, e.content_updated_at
FROM working_copy_links l JOIN working_copies e ON e.entry_id = l.entry_id;
DROP TABLE working_copy_links;
ALTER TABLE working_copy_links_clocked RENAME TO working_copy_links;
ALTER TABLE working_copy_links ADD PRIMARY KEY (entry_id, role, target_id);
ALTER TABLE working_copy_links ADD FOREIGN KEY (entry_id) REFERENCES working_copies (entry_id) ON DELETE CASCADE;
CREATE INDEX working_copy_links_target ON working_copy_links (target_id, role, kind, published_at, entry_id);

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
