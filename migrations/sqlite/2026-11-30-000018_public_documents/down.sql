ALTER TABLE search_documents DROP COLUMN public_kind;
