-- Lists by title are walked on two indexes alone, without rows. The titles of one language stand together: in the whole, those
-- of two alphabets are far apart.
-- The others have all that is asked of them when it is looked at how much there is. They are made in the order in which they were:
-- where two would do, SQLite takes the one that was made last.
DROP INDEX editions_now_published;
DROP INDEX editions_now_locale;
DROP INDEX editions_now_updated;
DROP INDEX editions_now_title;
DROP INDEX editions_now_corrected;
DROP INDEX editions_now_review;
DROP INDEX editions_now_variant;
DROP INDEX editions_now_image;
DROP INDEX editions_now_content_updated;
DROP INDEX editions_now_translated;
DROP INDEX editions_now;
CREATE INDEX editions_now_published ON editions (kind, published_at, entry_id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX editions_now_locale ON editions (kind, locale, published_at, entry_id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX editions_now_updated ON editions (kind, visible_from, entry_id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX editions_now_title ON editions (kind, title, entry_id, archived_at, visible_from, visible_until, revision, published_at, content_updated_at, variant, has_image, locale) WHERE archived_at IS NULL;
CREATE INDEX editions_now_locale_title ON editions (kind, locale, title, entry_id, archived_at, visible_from, visible_until, revision, published_at, content_updated_at, variant, has_image) WHERE archived_at IS NULL AND locale IS NOT NULL;
CREATE INDEX editions_now_corrected ON editions (kind, corrected_at, entry_id, archived_at) WHERE archived_at IS NULL AND corrected_at IS NOT NULL;
CREATE INDEX editions_now_review ON editions (kind, review_by, entry_id, archived_at) WHERE archived_at IS NULL AND review_by IS NOT NULL;
CREATE INDEX editions_now_variant ON editions (kind, variant, published_at, entry_id, archived_at) WHERE archived_at IS NULL AND variant IS NOT NULL;
CREATE INDEX editions_now_image ON editions (kind, has_image, published_at, entry_id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX editions_now_content_updated ON editions (kind, content_updated_at, entry_id, archived_at) WHERE archived_at IS NULL;
CREATE INDEX editions_now_translated ON editions (kind, locale, translation_group, archived_at) WHERE archived_at IS NULL AND translation_group IS NOT NULL;
CREATE INDEX editions_now ON editions (entry_id, visible_from, revision, visible_until, archived_at, kind, published_at, content_updated_at, title) WHERE archived_at IS NULL;
