-- Whether partners may read what is published before it begins.
ALTER TABLE publications ADD COLUMN embargo BOOLEAN NOT NULL DEFAULT FALSE;
-- Derived.
ALTER TABLE editions ADD COLUMN embargo BOOLEAN NOT NULL DEFAULT FALSE;
-- Always false: the desk sees everything. It is there because both tables have the same columns.
ALTER TABLE working_copies ADD COLUMN embargo BOOLEAN NOT NULL DEFAULT FALSE;
