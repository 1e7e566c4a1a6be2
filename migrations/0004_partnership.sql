-- The partnership's area, its localities, and the organisations and settings that work in it: register tables, so that every version stays.
CREATE TABLE area (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE UNIQUE INDEX area_current ON area (id) WHERE ended_by IS NULL;
CREATE INDEX area_made ON area (made_by);
CREATE INDEX area_ended ON area (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE locality (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE UNIQUE INDEX locality_current ON locality (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX locality_code ON locality (code) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX locality_public_id ON locality (public_id) WHERE ended_by IS NULL;
CREATE INDEX locality_made ON locality (made_by);
CREATE INDEX locality_ended ON locality (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE organisation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    sector TEXT NOT NULL,
    kind TEXT NOT NULL,
    ownership TEXT NOT NULL,
    expected_headcount INTEGER,
    opened_on TEXT,
    closed_on TEXT
);
CREATE UNIQUE INDEX organisation_current ON organisation (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX organisation_code ON organisation (code) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX organisation_public_id ON organisation (public_id) WHERE ended_by IS NULL;
CREATE INDEX organisation_by_name ON organisation (name_key) WHERE ended_by IS NULL;
CREATE INDEX organisation_made ON organisation (made_by);
CREATE INDEX organisation_ended ON organisation (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE setting (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    locality_id INTEGER,
    postcode TEXT,
    opened_on TEXT,
    closed_on TEXT
);
CREATE UNIQUE INDEX setting_current ON setting (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX setting_code ON setting (organisation_id, code) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX setting_public_id ON setting (public_id) WHERE ended_by IS NULL;
CREATE INDEX setting_by_locality ON setting (locality_id) WHERE ended_by IS NULL;
CREATE INDEX setting_made ON setting (made_by);
CREATE INDEX setting_ended ON setting (ended_by) WHERE ended_by IS NOT NULL;
