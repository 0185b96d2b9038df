-- Documents of GraphQL that may run even where no others may. Put here by whoever has the scope for it.
CREATE TABLE trusted_documents (
    -- By what clients name it: "sha256:" and the digest, or a name of their tool's.
    id TEXT NOT NULL PRIMARY KEY,
    -- "sha256:" and the SHA-256 digest of the text in hexadecimal digits.
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    -- The names of its operations, joined by commas.
    operations TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    -- When a node read it last, to the day.
    last_used_at INTEGER
);
CREATE INDEX trusted_documents_digest ON trusted_documents (digest);

-- Documents of GraphQL that anybody sent, kept so that they need not be sent again. A table of its own, so that nobody
-- can fill it at the cost of those that are trusted; what was not used for long is dropped.
CREATE TABLE persisted_queries (
    digest TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    -- To the day.
    last_used_at INTEGER NOT NULL
);
CREATE INDEX persisted_queries_used ON persisted_queries (last_used_at);
