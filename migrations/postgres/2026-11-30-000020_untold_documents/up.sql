-- Postgres looks into the documents that match anyway.
SELECT 1;
