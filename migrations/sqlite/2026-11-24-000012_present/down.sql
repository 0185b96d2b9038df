DROP INDEX editions_now;
DELETE FROM search_terms WHERE term = '_z_unfinished';
