-- Posts that organisations have, and their vacancies with the days on which they became vacant, were advertised, offered, filled or closed.
CREATE TABLE post (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    setting_id INTEGER,
    locality_id INTEGER,
    role_list TEXT NOT NULL,
    role_code TEXT NOT NULL,
    contract TEXT NOT NULL,
    fte INTEGER,
    opened_on TEXT,
    closed_on TEXT
);
CREATE UNIQUE INDEX post_current ON post (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX post_reference ON post (organisation_id, reference) WHERE ended_by IS NULL;
CREATE INDEX post_made ON post (made_by);
CREATE INDEX post_ended ON post (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE vacancy (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    post_id INTEGER,
    setting_id INTEGER,
    locality_id INTEGER,
    role_list TEXT NOT NULL,
    role_code TEXT NOT NULL,
    contract TEXT NOT NULL,
    fte INTEGER,
    vacant_from TEXT NOT NULL,
    advertised_on TEXT,
    offered_on TEXT,
    filled_on TEXT,
    closed_on TEXT,
    hard_to_fill TEXT NOT NULL
);
CREATE UNIQUE INDEX vacancy_current ON vacancy (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX vacancy_public_id ON vacancy (public_id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX vacancy_reference ON vacancy (organisation_id, reference) WHERE ended_by IS NULL;
CREATE INDEX vacancy_made ON vacancy (made_by);
CREATE INDEX vacancy_ended ON vacancy (ended_by) WHERE ended_by IS NOT NULL;
