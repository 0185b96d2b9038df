-- When it was last corrected, for lists of corrections; NULL for what never was.
ALTER TABLE editions ADD COLUMN corrected_at TIMESTAMPTZ;
-- The first day on which one of its facts is due for review, as the moment at which the day begins in UTC.
ALTER TABLE editions ADD COLUMN review_by TIMESTAMPTZ;
ALTER TABLE working_copies ADD COLUMN corrected_at TIMESTAMPTZ;
ALTER TABLE working_copies ADD COLUMN review_by TIMESTAMPTZ;

-- What is there already.
UPDATE editions SET corrected_at = (
    SELECT MAX((c.value ->> 'at')::timestamptz)
    FROM revisions r, jsonb_array_elements(r.content -> 'corrections') c
    WHERE r.entry_id = editions.entry_id AND r.number = editions.revision
) WHERE kind = 'article';
UPDATE working_copies SET corrected_at = (
    SELECT MAX((c.value ->> 'at')::timestamptz)
    FROM revisions r, jsonb_array_elements(r.content -> 'corrections') c
    WHERE r.entry_id = working_copies.entry_id AND r.number = working_copies.revision
) WHERE kind = 'article';
-- A day of a year that has not four digits is left to `dateline rebuild`.
UPDATE editions SET review_by = (
    SELECT MIN((i.value ->> 'reviewBy')::timestamp AT TIME ZONE 'UTC')
    FROM revisions r, jsonb_array_elements(r.content -> 'items') i
    WHERE r.entry_id = editions.entry_id AND r.number = editions.revision
        AND i.value ->> 'reviewBy' ~ '^(?!0000)\d{4}-\d\d-\d\d$'
) WHERE kind = 'factBox';
UPDATE working_copies SET review_by = (
    SELECT MIN((i.value ->> 'reviewBy')::timestamp AT TIME ZONE 'UTC')
    FROM revisions r, jsonb_array_elements(r.content -> 'items') i
    WHERE r.entry_id = working_copies.entry_id AND r.number = working_copies.revision
        AND i.value ->> 'reviewBy' ~ '^(?!0000)\d{4}-\d\d-\d\d$'
) WHERE kind = 'factBox';

CREATE INDEX editions_then_corrected ON editions (kind, corrected_at, entry_id) WHERE corrected_at IS NOT NULL;
CREATE INDEX editions_now_corrected ON editions (kind, corrected_at, entry_id) WHERE archived_at IS NULL AND corrected_at IS NOT NULL;
CREATE INDEX editions_then_review ON editions (kind, review_by, entry_id) WHERE review_by IS NOT NULL;
CREATE INDEX editions_now_review ON editions (kind, review_by, entry_id) WHERE archived_at IS NULL AND review_by IS NOT NULL;
CREATE INDEX working_copies_corrected ON working_copies (kind, corrected_at, entry_id) WHERE corrected_at IS NOT NULL;
CREATE INDEX working_copies_review ON working_copies (kind, review_by, entry_id) WHERE review_by IS NOT NULL;
