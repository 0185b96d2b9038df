-- How much each document is about its stems, as `analysis::levels` writes it, so that what is found is put in order without
-- asking the index again. Run `dateline rebuild` once after this migration.
ALTER TABLE search_documents ADD COLUMN levels BLOB NOT NULL DEFAULT X'';
