-- What is searched: a row for each revision that is public, will be, or is the newest of its entry. Derived, and rebuilt
-- by `dateline rebuild`, which must be run once after this migration: SQL cannot tell the words of a text apart.
CREATE TABLE search_documents (
    doc INTEGER NOT NULL PRIMARY KEY,
    entry_id BLOB NOT NULL REFERENCES entries (id),
    revision INTEGER NOT NULL,
    -- The first public moment, planned or passed; of what has none, when it was made.
    published_at INTEGER NOT NULL,
    -- Which version of the analysis made it, and a digest of what it made.
    analysis INTEGER NOT NULL,
    digest TEXT NOT NULL,
    FOREIGN KEY (entry_id, revision) REFERENCES revisions (entry_id, number)
);
CREATE UNIQUE INDEX search_documents_revision ON search_documents (entry_id, revision);

-- The words and marks of each document, by its number. They come analysed, between spaces; the tokenizer only cuts there.
CREATE VIRTUAL TABLE search_index USING fts5(
    terms, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_.'"
);

-- How many documents have each word, stem and mark: what is rare tells more, and what is common is looked for among the
-- newest documents first.
CREATE TABLE search_terms (
    term TEXT NOT NULL PRIMARY KEY,
    docs INTEGER NOT NULL,
    -- Of words, not of stems and marks: backwards, to find by its end what somebody may have meant.
    reversed TEXT
);
CREATE INDEX search_terms_reversed ON search_terms (reversed) WHERE reversed IS NOT NULL;
