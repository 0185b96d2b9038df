-- SQLite plans by rule.
SELECT 1;
