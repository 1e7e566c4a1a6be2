-- How many children live in each locality, or in the whole area, by age, sex, ethnicity and disability: what the workforce is held against. Counts of a
-- census or an estimate, typed in from a file; nobody's personal values.
CREATE TABLE child_population (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    locality_id INTEGER,
    characteristic TEXT NOT NULL,
    code TEXT NOT NULL,
    children INTEGER NOT NULL,
    source TEXT NOT NULL,
    as_of TEXT NOT NULL
);
CREATE UNIQUE INDEX child_population_current ON child_population (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX child_population_key ON child_population (COALESCE(locality_id, 0), characteristic, code) WHERE ended_by IS NULL;
CREATE INDEX child_population_made ON child_population (made_by);
CREATE INDEX child_population_ended ON child_population (ended_by) WHERE ended_by IS NOT NULL;
