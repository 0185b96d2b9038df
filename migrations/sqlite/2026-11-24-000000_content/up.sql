-- Everything that is edited and published is an entry. Content lives in its revisions, once, and never changes.
CREATE TABLE entries (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('article', 'author', 'factBox', 'section', 'tag', 'image')),
    created_at INTEGER NOT NULL,
    -- The number of the newest revision, so that saving needs no search.
    latest_revision INTEGER NOT NULL,
    -- What an imported entry is called at its origin, and a digest of what came in last: importing the same
    -- again is recognised without comparing.
    source_key TEXT,
    source_digest TEXT
);
CREATE UNIQUE INDEX entries_source_key ON entries (kind, source_key) WHERE source_key IS NOT NULL;

CREATE TABLE revisions (
    entry_id BLOB NOT NULL REFERENCES entries (id),
    number INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    note TEXT,
    content TEXT NOT NULL,
    -- The blocks of an article stand apart: lists are read without them.
    body TEXT,
    PRIMARY KEY (entry_id, number)
);

-- What editors decided: this revision is public from then on. Everything in editions follows from here.
CREATE TABLE publications (
    entry_id BLOB NOT NULL,
    revision INTEGER NOT NULL,
    visible_from INTEGER NOT NULL,
    visible_until INTEGER,
    material BOOLEAN NOT NULL,
    PRIMARY KEY (entry_id, visible_from),
    FOREIGN KEY (entry_id, revision) REFERENCES revisions (entry_id, number)
);

-- The read model: one row per interval during which readers see the same thing. Derived, and rebuilt by
-- `dateline rebuild`. The columns are those by which entries are found and sorted; content is in revisions.
CREATE TABLE editions (
    entry_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL,
    -- Also the third clock: updated_at.
    visible_from INTEGER NOT NULL,
    visible_until INTEGER,
    -- Set once the interval is over. Queries about the present say `archived_at IS NULL`, so that their
    -- partial indexes stay small while history grows.
    archived_at INTEGER,
    published_at INTEGER NOT NULL,
    content_updated_at INTEGER NOT NULL,
    locale TEXT,
    slug TEXT,
    title TEXT NOT NULL,
    variant TEXT,
    translation_group BLOB,
    PRIMARY KEY (entry_id, visible_from),
    FOREIGN KEY (entry_id, revision) REFERENCES revisions (entry_id, number)
);
-- Those of the whole history come first: where two would do, SQLite takes the one that was made last.
CREATE INDEX editions_then_published ON editions (kind, published_at, entry_id);
CREATE INDEX editions_now_published ON editions (kind, published_at, entry_id) WHERE archived_at IS NULL;
CREATE INDEX editions_now_locale ON editions (kind, locale, published_at, entry_id) WHERE archived_at IS NULL;
CREATE INDEX editions_now_updated ON editions (kind, visible_from, entry_id) WHERE archived_at IS NULL;
CREATE INDEX editions_now_title ON editions (kind, title, entry_id) WHERE archived_at IS NULL;
CREATE INDEX editions_translations ON editions (translation_group) WHERE translation_group IS NOT NULL;
-- Finds what is over but not yet archived.
CREATE INDEX editions_ending ON editions (visible_until) WHERE archived_at IS NULL AND visible_until IS NOT NULL;

-- What an edition refers to. The edition's interval and first clock are repeated here, so that "the latest
-- articles with this tag" is one walk along one index.
CREATE TABLE edition_links (
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
CREATE INDEX edition_links_ending ON edition_links (visible_until) WHERE archived_at IS NULL AND visible_until IS NOT NULL;
CREATE INDEX edition_links_then ON edition_links (target_id, role, kind, published_at, entry_id);
CREATE INDEX edition_links_now ON edition_links (target_id, role, kind, published_at, entry_id) WHERE archived_at IS NULL;

-- Every slug that an entry has or had. It stays with its entry, so that old addresses redirect.
CREATE TABLE slugs (
    kind TEXT NOT NULL,
    -- Empty for kinds that exist once for all languages.
    locale TEXT NOT NULL,
    slug TEXT NOT NULL,
    entry_id BLOB NOT NULL REFERENCES entries (id),
    -- Whether the entry had it elsewhere before it came in. A slug that is not, and that no edition has shown yet,
    -- is only reserved: it leads nowhere.
    alias BOOLEAN NOT NULL,
    PRIMARY KEY (slug, kind, locale)
);
CREATE INDEX slugs_entry ON slugs (entry_id);

-- The log of committed writes. The sequence number is taken under a lock held to the commit, so its order is
-- commit order and it has no gaps.
CREATE TABLE changes (
    sequence INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    entry_id BLOB NOT NULL REFERENCES entries (id),
    kind TEXT NOT NULL,
    verb TEXT NOT NULL,
    revision INTEGER,
    -- The change that made this one necessary.
    cause INTEGER,
    actor TEXT NOT NULL
);
CREATE INDEX changes_entry ON changes (entry_id);
