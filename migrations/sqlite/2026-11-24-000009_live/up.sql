-- What readers saw of a change at its moment: NULL when it was nothing. Of what was logged before, nothing is told.
ALTER TABLE changes ADD COLUMN effect TEXT;
CREATE INDEX changes_told ON changes (sequence) WHERE effect IS NOT NULL;

-- The moment up to which the log knows of what was planned and has come. One row.
CREATE TABLE passed (
    id INTEGER NOT NULL PRIMARY KEY,
    until INTEGER NOT NULL
);
