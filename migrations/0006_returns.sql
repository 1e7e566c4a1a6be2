-- Returns: what was handed in, its bytes as they came, what the rules said of it, what accepting would do, and who did what when.
-- The bytes stand here, in pieces, so that a backup holds everything; the retention rule deletes pieces and samples and leaves the rest.

CREATE TABLE handed_in (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    organisation_id INTEGER,
    account_id INTEGER,
    by_words TEXT NOT NULL,
    handed_in_at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size INTEGER NOT NULL,
    state TEXT NOT NULL,
    format TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    can_take INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    writes INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    held INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    words TEXT NOT NULL,
    change_set_id INTEGER,
    undone_by INTEGER,
    job_public_id TEXT,
    version INTEGER NOT NULL
);
CREATE INDEX handed_in_by_organisation ON handed_in (organisation_id, state);
CREATE INDEX handed_in_by_state ON handed_in (state);
CREATE INDEX handed_in_by_change_set ON handed_in (change_set_id);

CREATE TABLE handed_in_piece (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (handed_in_id, number)
);

CREATE TABLE handed_in_finding (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (handed_in_id, number)
);

CREATE TABLE handed_in_rule (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    column_name TEXT NOT NULL,
    found INTEGER NOT NULL,
    first_lines TEXT NOT NULL,
    PRIMARY KEY (handed_in_id, number)
);

CREATE TABLE handed_in_heading (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    heading TEXT NOT NULL,
    words TEXT NOT NULL,
    counted INTEGER NOT NULL,
    meaning TEXT NOT NULL,
    PRIMARY KEY (handed_in_id, number)
);

CREATE TABLE handed_in_sample (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    heading_number INTEGER NOT NULL,
    number INTEGER NOT NULL,
    line INTEGER NOT NULL,
    subject TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (handed_in_id, heading_number, number)
);

CREATE TABLE handed_in_event (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    happened_at TEXT NOT NULL,
    account_id INTEGER,
    by_words TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (handed_in_id, number)
);
