DROP TABLE audit;
DROP TABLE idempotency;
DROP TABLE access_keys;
DROP TABLE working_copy_links;
DROP TABLE working_copies;
ALTER TABLE changes DROP COLUMN note;
ALTER TABLE entries DROP COLUMN killed_at;
ALTER TABLE entries DROP COLUMN archived_at;
ALTER TABLE entries DROP COLUMN submitted_revision;
