-- What each organisation reports about its staff: records it owns, engagements, and their dated terms. Register tables.
CREATE TABLE staff_record (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    given_name TEXT,
    family_name TEXT,
    name_key TEXT,
    birth_date TEXT,
    national_insurance BLOB,
    national_insurance_index BLOB
);
CREATE UNIQUE INDEX staff_record_current ON staff_record (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX staff_record_reference ON staff_record (organisation_id, reference) WHERE ended_by IS NULL;
CREATE INDEX staff_record_public_id ON staff_record (public_id);
CREATE INDEX staff_record_by_name ON staff_record (name_key) WHERE ended_by IS NULL;
CREATE INDEX staff_record_versions ON staff_record (id);
CREATE INDEX staff_record_made ON staff_record (made_by);
CREATE INDEX staff_record_ended ON staff_record (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE engagement (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    staff_record_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    started_on TEXT NOT NULL,
    ended_on TEXT
);
CREATE UNIQUE INDEX engagement_current ON engagement (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX engagement_reference ON engagement (staff_record_id, reference) WHERE ended_by IS NULL;
CREATE INDEX engagement_versions ON engagement (staff_record_id);
CREATE INDEX engagement_made ON engagement (made_by);
CREATE INDEX engagement_ended ON engagement (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE engagement_terms (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    engagement_id INTEGER NOT NULL,
    from_on TEXT NOT NULL,
    setting_id INTEGER,
    locality_id INTEGER,
    role_list TEXT NOT NULL,
    role_code TEXT NOT NULL,
    sector TEXT NOT NULL,
    breadth TEXT NOT NULL,
    contract TEXT NOT NULL,
    fte INTEGER
);
CREATE UNIQUE INDEX engagement_terms_current ON engagement_terms (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX engagement_terms_from ON engagement_terms (engagement_id, from_on) WHERE ended_by IS NULL;
CREATE INDEX engagement_terms_versions ON engagement_terms (engagement_id);
CREATE INDEX engagement_terms_by_locality ON engagement_terms (locality_id) WHERE ended_by IS NULL;
CREATE INDEX engagement_terms_made ON engagement_terms (made_by);
CREATE INDEX engagement_terms_ended ON engagement_terms (ended_by) WHERE ended_by IS NOT NULL;
