-- Returns as acts: whether one lists everyone, which month or term it speaks of, when those it leaves out left, and how it came in; of which
-- organisations it speaks; and queries that a person has answered, which stay answered until what they ask about changes.
ALTER TABLE handed_in ADD COLUMN act TEXT NOT NULL DEFAULT 'changes';
ALTER TABLE handed_in ADD COLUMN about_from TEXT;
ALTER TABLE handed_in ADD COLUMN about_to TEXT;
ALTER TABLE handed_in ADD COLUMN last_day TEXT;
ALTER TABLE handed_in ADD COLUMN source TEXT NOT NULL DEFAULT 'file';
ALTER TABLE handed_in ADD COLUMN many_end INTEGER NOT NULL DEFAULT 0;

-- A hash of rule, record and the values that the rule looks at; empty where there is nothing to answer.
ALTER TABLE handed_in_finding ADD COLUMN query TEXT NOT NULL DEFAULT '';

CREATE TABLE handed_in_organisation (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    organisation_id INTEGER NOT NULL,
    rows_read INTEGER NOT NULL,
    can_take INTEGER NOT NULL,
    PRIMARY KEY (handed_in_id, organisation_id)
);
CREATE INDEX handed_in_organisation_by_organisation ON handed_in_organisation (organisation_id);

CREATE TABLE query_answer (
    query TEXT PRIMARY KEY,
    rule TEXT NOT NULL,
    words TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    account_id INTEGER,
    by_words TEXT NOT NULL,
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id)
);
CREATE INDEX query_answer_by_return ON query_answer (handed_in_id);
