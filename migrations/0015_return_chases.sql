-- When the people of an organisation were asked for the return that is due, by a person or by the daily round. Outside the registers: it is
-- a trace of work, and nothing is counted from it.
CREATE TABLE return_chase (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    account_id INTEGER REFERENCES account (id),
    told INTEGER NOT NULL
);
CREATE INDEX return_chase_organisation ON return_chase (organisation_id);
