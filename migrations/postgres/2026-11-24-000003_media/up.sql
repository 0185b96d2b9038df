-- The files of pictures that are stored here, by the SHA-256 digest of their bytes in hexadecimal digits. The bytes
-- themselves are on a disk or in an S3-compatible store.
CREATE TABLE media_files (
    digest TEXT NOT NULL PRIMARY KEY,
    format TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    stored_at TIMESTAMPTZ NOT NULL,
    -- By whom first.
    stored_by TEXT NOT NULL
);

-- Of a revision of an image, the digest of its file: a file is served as long as a revision has it.
ALTER TABLE revisions ADD COLUMN file TEXT;
CREATE INDEX revisions_file ON revisions (file, entry_id, number) WHERE file IS NOT NULL;
