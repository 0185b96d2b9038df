-- What was handed to whoever publishes; NULL once it is published or taken back by a new revision.
ALTER TABLE entries ADD COLUMN submitted_revision INTEGER;
-- Put away: in no list of drafts any more.
ALTER TABLE entries ADD COLUMN archived_at TIMESTAMPTZ;
-- Taken down for legal reasons: nothing of it is shown any more, nor of its past.
ALTER TABLE entries ADD COLUMN killed_at TIMESTAMPTZ;

-- Why, in the words of whoever did it.
ALTER TABLE changes ADD COLUMN note TEXT;

-- What the desk sees: of each entry its newest revision, with the columns of editions, so that the same queries find
-- them. A table of its own, so that no mistake in a predicate can show a draft to the public. Derived.
CREATE TABLE working_copies (
    entry_id UUID NOT NULL PRIMARY KEY REFERENCES entries (id),
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL,
    -- When the revision was saved.
    visible_from TIMESTAMPTZ NOT NULL,
    -- Always NULL: it stands until the next is saved.
    visible_until TIMESTAMPTZ,
    archived_at TIMESTAMPTZ,
    -- The first public moment, planned ones included; of what has none, when it was made.
    published_at TIMESTAMPTZ NOT NULL,
    content_updated_at TIMESTAMPTZ NOT NULL,
    locale TEXT,
    slug TEXT,
    title TEXT COLLATE "C" NOT NULL,
    variant TEXT,
    translation_group UUID,
    FOREIGN KEY (entry_id, revision) REFERENCES revisions (entry_id, number)
);
CREATE INDEX working_copies_published ON working_copies (kind, published_at, entry_id);
CREATE INDEX working_copies_updated ON working_copies (kind, visible_from, entry_id);
CREATE INDEX working_copies_title ON working_copies (kind, title, entry_id);
CREATE INDEX working_copies_translations ON working_copies (translation_group) WHERE translation_group IS NOT NULL;

CREATE TABLE working_copy_links (
    entry_id UUID NOT NULL REFERENCES working_copies (entry_id) ON DELETE CASCADE,
    visible_from TIMESTAMPTZ NOT NULL,
    role TEXT NOT NULL,
    target_id UUID NOT NULL,
    pin INTEGER,
    kind TEXT NOT NULL,
    visible_until TIMESTAMPTZ,
    archived_at TIMESTAMPTZ,
    published_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (entry_id, role, target_id)
);
CREATE INDEX working_copy_links_target ON working_copy_links (target_id, role, kind, published_at, entry_id);

-- Keys by which programs identify themselves. Of the secret only a digest is kept.
CREATE TABLE access_keys (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    digest TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    created_by TEXT NOT NULL,
    expires_at TIMESTAMPTZ,
    revoked_at TIMESTAMPTZ,
    last_used_at TIMESTAMPTZ
);

-- Links that show one revision of one entry to whoever holds them. Of the secret only a digest is kept.
CREATE TABLE preview_links (
    id UUID NOT NULL PRIMARY KEY,
    entry_id UUID NOT NULL,
    revision INTEGER NOT NULL,
    kind TEXT NOT NULL,
    digest TEXT NOT NULL,
    note TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    created_by TEXT NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ,
    last_used_at TIMESTAMPTZ,
    FOREIGN KEY (entry_id, revision) REFERENCES revisions (entry_id, number)
);
CREATE INDEX preview_links_entry ON preview_links (entry_id);

-- Answers to writes that may come again: the same key from the same caller is answered with the same.
CREATE TABLE idempotency (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    -- Of the request, so that a key that is used for another is noticed.
    digest TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    answer JSONB NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_at ON idempotency (at);

-- Who did what, or was not let: every write, and every refusal for want of a right.
CREATE TABLE audit (
    sequence BIGINT NOT NULL PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    actor TEXT NOT NULL,
    address TEXT,
    action TEXT NOT NULL,
    -- Whether it was done; else it was denied.
    done BOOLEAN NOT NULL,
    entry_id UUID,
    kind TEXT,
    before_revision INTEGER,
    after_revision INTEGER,
    note TEXT
);
CREATE INDEX audit_actor ON audit (actor, sequence);
CREATE INDEX audit_entry ON audit (entry_id, sequence) WHERE entry_id IS NOT NULL;
