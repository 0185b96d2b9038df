CREATE TABLE edition_links_untitled (
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
    PRIMARY KEY (entry_id, visible_from, role, target_id),
    FOREIGN KEY (entry_id, visible_from) REFERENCES editions (entry_id, visible_from) ON DELETE CASCADE
);
INSERT INTO edition_links_untitled
SELECT entry_id, visible_from, role, target_id, pin, kind, visible_until, archived_at, published_at FROM edition_links;
DROP TABLE edition_links;
ALTER TABLE edition_links_untitled RENAME TO edition_links;
CREATE INDEX edition_links_ending ON edition_links (visible_until) WHERE archived_at IS NULL AND visible_until IS NOT NULL;
CREATE INDEX edition_links_then ON edition_links (target_id, role, kind, published_at, entry_id);
CREATE INDEX edition_links_now ON edition_links (target_id, role, kind, published_at, entry_id, visible_from, visible_until, archived_at) WHERE archived_at IS NULL;
CREATE INDEX edition_links_sections ON edition_links (target_id, kind, visible_from, visible_until, role, archived_at, published_at, entry_id) WHERE archived_at IS NULL AND role = 'section';

CREATE TABLE working_copy_links_untitled (
    entry_id BLOB NOT NULL REFERENCES working_copies (entry_id) ON DELETE CASCADE,
    visible_from INTEGER NOT NULL,
    role TEXT NOT NULL,
    target_id BLOB NOT NULL,
    pin INTEGER,
    kind TEXT NOT NULL,
    visible_until INTEGER,
    archived_at INTEGER,
    published_at INTEGER NOT NULL,
    PRIMARY KEY (entry_id, role, target_id)
);
INSERT INTO working_copy_links_untitled
SELECT entry_id, visible_from, role, target_id, pin, kind, visible_until, archived_at, published_at FROM working_copy_links;
DROP TABLE working_copy_links;
ALTER TABLE working_copy_links_untitled RENAME TO working_copy_links;
CREATE INDEX working_copy_links_target ON working_copy_links (target_id, role, kind, published_at, entry_id);
