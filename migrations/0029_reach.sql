-- What is to reach the staff of every organisation, such as the summary of the plan: what it is, where it can be read, by when it is to be sent.
CREATE TABLE reach_message (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    link TEXT NOT NULL,
    due_on TEXT NOT NULL
);
CREATE UNIQUE INDEX reach_message_current ON reach_message (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX reach_message_public_id ON reach_message (public_id) WHERE ended_by IS NULL;
CREATE INDEX reach_message_made ON reach_message (made_by);
CREATE INDEX reach_message_ended ON reach_message (ended_by) WHERE ended_by IS NOT NULL;

-- That an organisation's staff were sent it: when, how, to how many, and what shows it.
CREATE TABLE reach_telling (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    reach_message_id INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    told_on TEXT NOT NULL,
    way TEXT NOT NULL,
    staff INTEGER NOT NULL,
    evidence TEXT NOT NULL
);
CREATE UNIQUE INDEX reach_telling_current ON reach_telling (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX reach_telling_organisation ON reach_telling (reach_message_id, organisation_id) WHERE ended_by IS NULL;
CREATE INDEX reach_telling_made ON reach_telling (made_by);
CREATE INDEX reach_telling_ended ON reach_telling (ended_by) WHERE ended_by IS NOT NULL;
