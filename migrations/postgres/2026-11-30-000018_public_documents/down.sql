ALTER TABLE search_documents DROP COLUMN public_kind;
ALTER TABLE search_documents RESET (fillfactor);
