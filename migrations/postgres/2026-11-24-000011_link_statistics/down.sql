ALTER TABLE edition_links ALTER COLUMN target_id RESET (n_distinct);
