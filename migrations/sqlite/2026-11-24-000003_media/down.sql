DROP INDEX revisions_file;
ALTER TABLE revisions DROP COLUMN file;
DROP TABLE media_files;
