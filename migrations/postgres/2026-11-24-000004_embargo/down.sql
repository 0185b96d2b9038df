ALTER TABLE working_copies DROP COLUMN embargo;
ALTER TABLE editions DROP COLUMN embargo;
ALTER TABLE publications DROP COLUMN embargo;
