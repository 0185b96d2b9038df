-- How much each document is about its stems, as `analysis::levels` writes it, so that what is found is put in order without
-- asking the index again. In the row itself, for it is read of all that is found. Run `dateline rebuild` once after this
-- migration.
ALTER TABLE search_documents ADD COLUMN levels BYTEA NOT NULL DEFAULT '';
ALTER TABLE search_documents ALTER COLUMN levels SET STORAGE PLAIN;
