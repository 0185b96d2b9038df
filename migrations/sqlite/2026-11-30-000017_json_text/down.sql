-- In SQLite JSON is text.
SELECT 1;
