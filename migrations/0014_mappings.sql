-- Column mappings: what an organisation said once about the columns and values of an extract of its own. Register tables; each change of a
-- mapping is one change set and one version. And which mapping read a return, at which version.
ALTER TABLE handed_in ADD COLUMN mapping TEXT;

CREATE TABLE mapping (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    full_week INTEGER NOT NULL,
    retired_on TEXT
);
CREATE UNIQUE INDEX mapping_current ON mapping (id) WHERE ended_by IS NULL;
CREATE INDEX mapping_by_organisation ON mapping (organisation_id) WHERE ended_by IS NULL;
CREATE INDEX mapping_public_id ON mapping (public_id);
CREATE INDEX mapping_versions ON mapping (id);
CREATE INDEX mapping_made ON mapping (made_by);
CREATE INDEX mapping_ended ON mapping (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE mapping_column (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    mapping_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    header TEXT NOT NULL,
    target TEXT NOT NULL,
    reading TEXT NOT NULL,
    constant TEXT
);
CREATE UNIQUE INDEX mapping_column_current ON mapping_column (id) WHERE ended_by IS NULL;
CREATE INDEX mapping_column_of ON mapping_column (mapping_id);
CREATE INDEX mapping_column_made ON mapping_column (made_by);
CREATE INDEX mapping_column_ended ON mapping_column (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE mapping_value (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    mapping_id INTEGER NOT NULL,
    header TEXT NOT NULL,
    value TEXT NOT NULL,
    code TEXT NOT NULL
);
CREATE UNIQUE INDEX mapping_value_current ON mapping_value (id) WHERE ended_by IS NULL;
CREATE INDEX mapping_value_of ON mapping_value (mapping_id);
CREATE INDEX mapping_value_made ON mapping_value (made_by);
CREATE INDEX mapping_value_ended ON mapping_value (ended_by) WHERE ended_by IS NOT NULL;
