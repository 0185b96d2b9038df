-- Of these the editions must be asked: totals of searches leave all others to the index of words.
CREATE INDEX search_documents_untold ON search_documents (doc, public_kind) WHERE public_kind IS NULL;
