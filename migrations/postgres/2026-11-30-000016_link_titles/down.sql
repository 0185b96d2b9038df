DROP INDEX edition_links_now_title;
ALTER TABLE edition_links DROP COLUMN title;
ALTER TABLE working_copy_links DROP COLUMN title;
