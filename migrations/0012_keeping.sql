-- Keeping and letting go: corrections that people ask for, what was erased and why, what a retention rule did, files that were deleted.
-- And the staff list in order of name from an index alone, people without a name last.
DROP INDEX staff_record_by_name;
CREATE INDEX staff_record_in_order ON staff_record ((CASE WHEN name_key > '  ' THEN 0 ELSE 1 END), name_key, id) WHERE ended_by IS NULL;

-- Several records of one organisation may have had their reference erased, and several engagements of one record.
DROP INDEX staff_record_reference;
CREATE UNIQUE INDEX staff_record_reference ON staff_record (organisation_id, reference) WHERE ended_by IS NULL AND reference <> 'erased';
DROP INDEX engagement_reference;
CREATE UNIQUE INDEX engagement_reference ON engagement (staff_record_id, reference) WHERE ended_by IS NULL AND reference <> 'erased';

-- When the bytes of a handed-in file were deleted; the row, its counts and its timeline stay.
ALTER TABLE handed_in ADD COLUMN purged_at TEXT;

-- owner_id is an organisation's id and subject_id a staff record's. Both rows outlive what they are about, and stand in no undoing's way.
CREATE TABLE correction (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    asked_on TEXT NOT NULL,
    asked_by INTEGER NOT NULL,
    about TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    answered_on TEXT,
    answered_by INTEGER,
    answer TEXT
);
CREATE UNIQUE INDEX correction_current ON correction (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX correction_public_id ON correction (public_id) WHERE ended_by IS NULL;
CREATE INDEX correction_by_record ON correction (subject_id);
CREATE INDEX correction_by_organisation ON correction (owner_id, state) WHERE ended_by IS NULL;
CREATE INDEX correction_made ON correction (made_by);
CREATE INDEX correction_ended ON correction (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE erasure (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    depth TEXT NOT NULL,
    ground TEXT NOT NULL,
    words TEXT NOT NULL,
    values_erased INTEGER NOT NULL,
    files_deleted INTEGER NOT NULL
);
CREATE UNIQUE INDEX erasure_current ON erasure (id) WHERE ended_by IS NULL;
CREATE INDEX erasure_by_record ON erasure (subject_id);
CREATE INDEX erasure_by_organisation ON erasure (owner_id);
CREATE INDEX erasure_made ON erasure (made_by);
CREATE INDEX erasure_ended ON erasure (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE retention_run (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    rule TEXT NOT NULL,
    period TEXT NOT NULL,
    before_day TEXT NOT NULL,
    done INTEGER NOT NULL,
    passed_over INTEGER NOT NULL
);
CREATE UNIQUE INDEX retention_run_current ON retention_run (id) WHERE ended_by IS NULL;
CREATE INDEX retention_run_made ON retention_run (made_by);
CREATE INDEX retention_run_ended ON retention_run (ended_by) WHERE ended_by IS NOT NULL;
