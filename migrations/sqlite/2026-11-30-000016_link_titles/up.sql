-- What refers to something is walked in the order of titles on one index alone, as in that of publication. The primary key is
-- the table: before, it was kept twice.
CREATE TABLE edition_links_titled (
    entry_id BLOB NOT NULL,
    visible_from INTEGER NOT NULL,
    role TEXT NOT NULL,
    target_id BLOB NOT NULL,
    -- The revision that the target is held at; NULL follows the public one.
    pin INTEGER,
    kind TEXT NOT NULL,
    visible_until INTEGER,
    archived_at INTEGER,
    published_at INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (entry_id, visible_from, role, target_id),
    FOREIGN KEY (entry_id, visible_from) REFERENCES editions (entry_id, visible_from) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO edition_links_titled
SELECT l.entry_id, l.visible_from, l.role, l.target_id, l.pin, l.kind, l.visible_until, l.archived_at, l.published_at, e.title
FROM edition_links l JOIN editions e ON e.entry_id = l.entry_id AND e.visible_from = l.visible_from
ORDER BY l.entry_id, l.visible_from, l.role, l.target_id;
DROP TABLE edition_links;
ALTER TABLE edition_links_titled RENAME TO edition_links;
-- Those that are rather not taken come first: where two would do, SQLite takes the one that was made last.
CREATE INDEX edition_links_ending ON edition_links (visible_until) WHERE archived_at IS NULL AND visible_until IS NOT NULL;
CREATE INDEX edition_links_then ON edition_links (target_id, role, kind, published_at, entry_id);
CREATE INDEX edition_links_now_title ON edition_links (target_id, role, kind, title, entry_id, visible_from, visible_until, archived_at) WHERE archived_at IS NULL;
CREATE INDEX edition_links_now ON edition_links (target_id, role, kind, published_at, entry_id, visible_from, visible_until, archived_at) WHERE archived_at IS NULL;
CREATE INDEX edition_links_sections ON edition_links (target_id, kind, visible_from, visible_until, role, archived_at, published_at, entry_id) WHERE archived_at IS NULL AND role = 'section';

CREATE TABLE working_copy_links_titled (
    entry_id BLOB NOT NULL REFERENCES working_copies (entry_id) ON DELETE CASCADE,
    visible_from INTEGER NOT NULL,
    role TEXT NOT NULL,
    target_id BLOB NOT NULL,
    pin INTEGER,
    kind TEXT NOT NULL,
    visible_until INTEGER,
    archived_at INTEGER,
    published_at INTEGER NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (entry_id, role, target_id)
) WITHOUT ROWID;
INSERT INTO working_copy_links_titled
SELECT l.entry_id, l.visible_from, l.role, l.target_id, l.pin, l.kind, l.visible_until, l.archived_at, l.published_at, e.title
FROM working_copy_links l JOIN working_copies e ON e.entry_id = l.entry_id
ORDER BY l.entry_id, l.role, l.target_id;
DROP TABLE working_copy_links;
ALTER TABLE working_copy_links_titled RENAME TO working_copy_links;
CREATE INDEX working_copy_links_target ON working_copy_links (target_id, role, kind, published_at, entry_id);
