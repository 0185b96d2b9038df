-- How many articles each section has is counted here, without a look at the links themselves.
CREATE INDEX edition_links_sections ON edition_links (target_id, kind, visible_from, visible_until) WHERE archived_at IS NULL AND role = 'section';
