DROP TABLE passed;
DROP INDEX changes_told;
ALTER TABLE changes DROP COLUMN effect;
