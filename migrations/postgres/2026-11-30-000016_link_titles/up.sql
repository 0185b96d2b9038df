-- What refers to something is walked in the order of titles on one index alone, as in that of publication. A new table, for an
-- update of all rows would leave the old one as large again.
CREATE TABLE edition_links_titled (
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
    title TEXT COLLATE "C" NOT NULL
);
INSERT INTO edition_links_titled
SELECT l.entry_id, l.visible_from, l.role, l.target_id, l.pin, l.kind, l.visible_until, l.archived_at, l.published_at, e.title
FROM edition_links l JOIN editions e ON e.entry_id = l.entry_id AND e.visible_from = l.visible_from;
DROP TABLE edition_links;
ALTER TABLE edition_links_titled RENAME TO edition_links;
ALTER TABLE edition_links ADD PRIMARY KEY (entry_id, visible_from, role, target_id);
ALTER TABLE edition_links ADD FOREIGN KEY (entry_id, visible_from) REFERENCES editions (entry_id, visible_from) ON DELETE CASCADE;
CREATE INDEX edition_links_ending ON edition_links (visible_until) WHERE archived_at IS NULL AND visible_until IS NOT NULL;
CREATE INDEX edition_links_then ON edition_links (target_id, role, kind, published_at, entry_id);
CREATE INDEX edition_links_now_title ON edition_links (target_id, role, kind, title, entry_id) INCLUDE (visible_from, visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now ON edition_links (target_id, role, kind, published_at, entry_id) INCLUDE (visible_from, visible_until) WHERE archived_at IS NULL;
CREATE INDEX edition_links_sections ON edition_links (target_id, kind, visible_from, visible_until) WHERE archived_at IS NULL AND role = 'section';
-- As before: see the migration of statistics.
ALTER TABLE edition_links ALTER COLUMN target_id SET (n_distinct = 20);

CREATE TABLE working_copy_links_titled (
    entry_id UUID NOT NULL,
    visible_from TIMESTAMPTZ NOT NULL,
    role TEXT NOT NULL,
    target_id UUID NOT NULL,
    pin INTEGER,
    kind TEXT NOT NULL,
    visible_until TIMESTAMPTZ,
    archived_at TIMESTAMPTZ,
    published_at TIMESTAMPTZ NOT NULL,
    title TEXT COLLATE "C" NOT NULL
);
INSERT INTO working_copy_links_titled
SELECT l.entry_id, l.visible_from, l.role, l.target_id, l.pin, l.kind, l.visible_until, l.archived_at, l.published_at, e.title
FROM working_copy_links l JOIN working_copies e ON e.entry_id = l.entry_id;
DROP TABLE working_copy_links;
ALTER TABLE working_copy_links_titled RENAME TO working_copy_links;
ALTER TABLE working_copy_links ADD PRIMARY KEY (entry_id, role, target_id);
ALTER TABLE working_copy_links ADD FOREIGN KEY (entry_id) REFERENCES working_copies (entry_id) ON DELETE CASCADE;
CREATE INDEX working_copy_links_target ON working_copy_links (target_id, role, kind, published_at, entry_id);
ANALYZE edition_links;
ANALYZE working_copy_links;
