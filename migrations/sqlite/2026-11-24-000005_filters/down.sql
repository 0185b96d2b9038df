DROP INDEX editions_now_translated;
DROP INDEX editions_now_content_updated;
DROP INDEX editions_now_image;
DROP INDEX editions_now_variant;
ALTER TABLE working_copies DROP COLUMN has_image;
ALTER TABLE editions DROP COLUMN has_image;
