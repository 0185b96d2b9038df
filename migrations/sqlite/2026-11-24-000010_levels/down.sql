ALTER TABLE search_documents DROP COLUMN levels;
