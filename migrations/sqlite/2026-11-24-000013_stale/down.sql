DROP TABLE stale_candidates;
