-- The kind of the entry, where readers see this revision until somebody writes. NULL: its editions must be asked.
ALTER TABLE search_documents ADD COLUMN public_kind TEXT;
UPDATE search_documents SET public_kind = (
    SELECT e.kind FROM editions e
    WHERE e.entry_id = search_documents.entry_id AND e.revision = search_documents.revision
    AND e.visible_until IS NULL AND e.visible_from <= CAST(strftime('%s', 'now') AS INTEGER) * 1000000
);
