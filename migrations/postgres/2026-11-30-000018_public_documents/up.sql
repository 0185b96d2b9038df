-- The kind of the entry, where readers see this revision until somebody writes. NULL: its editions must be asked.
ALTER TABLE search_documents ADD COLUMN public_kind TEXT;
-- Room for the row to change where it stands: its words are then not indexed once more.
ALTER TABLE search_documents SET (fillfactor = 90);
DROP INDEX search_documents_terms;
UPDATE search_documents SET public_kind = (
    SELECT e.kind FROM editions e
    WHERE e.entry_id = search_documents.entry_id AND e.revision = search_documents.revision
    AND e.visible_until IS NULL AND e.visible_from <= NOW()
);
CREATE INDEX search_documents_terms ON search_documents USING GIN (terms) WITH (fastupdate = off);
ANALYZE search_documents;
