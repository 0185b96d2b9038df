-- Lists by title are walked on two indexes alone, without rows. The titles of one language stand together: in the whole, those
-- of two alphabets are far apart.
DROP INDEX editions_now_title;
CREATE INDEX editions_now_title ON editions (kind, title, entry_id) INCLUDE (visible_from, visible_until, revision, published_at, content_updated_at, variant, has_image, locale) WHERE archived_at IS NULL;
CREATE INDEX editions_now_locale_title ON editions (kind, locale, title, entry_id) INCLUDE (visible_from, visible_until, revision, published_at, content_updated_at, variant, has_image) WHERE archived_at IS NULL AND locale IS NOT NULL;
