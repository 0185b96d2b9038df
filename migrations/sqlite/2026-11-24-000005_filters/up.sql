-- Whether it has a lead image: lists of what has one, or has none.
ALTER TABLE editions ADD COLUMN has_image BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE working_copies ADD COLUMN has_image BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE editions SET has_image = TRUE WHERE EXISTS (
    SELECT 1 FROM edition_links l
    WHERE l.entry_id = editions.entry_id AND l.visible_from = editions.visible_from AND l.role = 'leadImage'
);
UPDATE working_copies SET has_image = TRUE WHERE EXISTS (
    SELECT 1 FROM working_copy_links l WHERE l.entry_id = working_copies.entry_id AND l.role = 'leadImage'
);

-- What lists are filtered by, in the order in which they usually stand.
CREATE INDEX editions_now_variant ON editions (kind, variant, published_at, entry_id) WHERE archived_at IS NULL AND variant IS NOT NULL;
CREATE INDEX editions_now_image ON editions (kind, has_image, published_at, entry_id) WHERE archived_at IS NULL;
CREATE INDEX editions_now_content_updated ON editions (kind, content_updated_at, entry_id) WHERE archived_at IS NULL;
-- What is there in one language and in another.
CREATE INDEX editions_now_translated ON editions (kind, locale, translation_group) WHERE archived_at IS NULL AND translation_group IS NOT NULL;
