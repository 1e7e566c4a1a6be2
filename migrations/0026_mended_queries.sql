-- Queries that a later return mended: of whom a query asks (a keyed hash of organisation and reference) and which values it looks at, in Kith's words,
-- so that whatever changes one of them for this person closes it; and which return did. Undoing that return takes its rows away.
ALTER TABLE handed_in_finding ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE handed_in_finding ADD COLUMN looks_at TEXT NOT NULL DEFAULT '';
CREATE INDEX handed_in_finding_by_subject ON handed_in_finding (subject) WHERE subject <> '';

CREATE TABLE query_mended (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    mended_by INTEGER NOT NULL REFERENCES handed_in (id),
    PRIMARY KEY (handed_in_id, number)
);
CREATE INDEX query_mended_by_return ON query_mended (mended_by);
