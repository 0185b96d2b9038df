-- Those that are public now or will be, by entry: lists that are made of few entries look at no history.
CREATE INDEX editions_now ON editions (entry_id) WHERE archived_at IS NULL;
