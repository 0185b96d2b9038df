-- When it was last corrected, for lists of corrections; NULL for what never was.
ALTER TABLE editions ADD COLUMN corrected_at INTEGER;
-- The first day on which one of its facts is due for review, as the moment at which the day begins in UTC.
ALTER TABLE editions ADD COLUMN review_by INTEGER;
ALTER TABLE working_copies ADD COLUMN corrected_at INTEGER;
ALTER TABLE working_copies ADD COLUMN review_by INTEGER;

-- What is there already. Stored times have three decimals and end in Z: their last four digits are cut off for
-- strftime, which counts seconds.
UPDATE editions SET corrected_at = (
    SELECT MAX(CAST(strftime('%s', substr(c.value ->> 'at', 1, 19)) AS INTEGER) * 1000000
        + CAST(substr(c.value ->> 'at', 21, 3) AS INTEGER) * 1000)
    FROM revisions r, json_each(r.content, '$.corrections') c
    WHERE r.entry_id = editions.entry_id AND r.number = editions.revision
) WHERE kind = 'article';
UPDATE working_copies SET corrected_at = (
    SELECT MAX(CAST(strftime('%s', substr(c.value ->> 'at', 1, 19)) AS INTEGER) * 1000000
        + CAST(substr(c.value ->> 'at', 21, 3) AS INTEGER) * 1000)
    FROM revisions r, json_each(r.content, '$.corrections') c
    WHERE r.entry_id = working_copies.entry_id AND r.number = working_copies.revision
) WHERE kind = 'article';
UPDATE editions SET review_by = (
    SELECT CAST(strftime('%s', MIN(i.value ->> 'reviewBy')) AS INTEGER) * 1000000
    FROM revisions r, json_each(r.content, '$.items') i
    WHERE r.entry_id = editions.entry_id AND r.number = editions.revision
) WHERE kind = 'factBox';
UPDATE working_copies SET review_by = (
    SELECT CAST(strftime('%s', MIN(i.value ->> 'reviewBy')) AS INTEGER) * 1000000
    FROM revisions r, json_each(r.content, '$.items') i
    WHERE r.entry_id = working_copies.entry_id AND r.number = working_copies.revision
) WHERE kind = 'factBox';

CREATE INDEX editions_then_corrected ON editions (kind, corrected_at, entry_id) WHERE corrected_at IS NOT NULL;
CREATE INDEX editions_now_corrected ON editions (kind, corrected_at, entry_id) WHERE archived_at IS NULL AND corrected_at IS NOT NULL;
CREATE INDEX editions_then_review ON editions (kind, review_by, entry_id) WHERE review_by IS NOT NULL;
CREATE INDEX editions_now_review ON editions (kind, review_by, entry_id) WHERE archived_at IS NULL AND review_by IS NOT NULL;
CREATE INDEX working_copies_corrected ON working_copies (kind, corrected_at, entry_id) WHERE corrected_at IS NOT NULL;
CREATE INDEX working_copies_review ON working_copies (kind, review_by, entry_id) WHERE review_by IS NOT NULL;
