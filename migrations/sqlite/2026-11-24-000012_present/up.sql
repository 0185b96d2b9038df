-- Those that are public now or will be, by entry: lists that are made of few entries look at no history.
CREATE INDEX editions_now ON editions (entry_id) WHERE archived_at IS NULL;
-- Lists ask the index of words for what rarely comes together. It does not have the marks for that before `dateline rebuild`.
INSERT INTO search_terms (term, docs) SELECT '_z_unfinished', 1 WHERE EXISTS (SELECT 1 FROM entries);
