-- By which one organisation lets another see parts of its staff records: who, with whom, which parts, for what, from when until when.
-- Without a row here nobody sees another employer's records by being one of its partners.
CREATE TABLE sharing_agreement (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    with_id INTEGER NOT NULL,
    parts TEXT NOT NULL,
    purpose TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT
);
CREATE UNIQUE INDEX sharing_agreement_current ON sharing_agreement (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX sharing_agreement_public_id ON sharing_agreement (public_id) WHERE ended_by IS NULL;
CREATE INDEX sharing_agreement_with ON sharing_agreement (with_id) WHERE ended_by IS NULL;
CREATE INDEX sharing_agreement_made ON sharing_agreement (made_by);
CREATE INDEX sharing_agreement_ended ON sharing_agreement (ended_by) WHERE ended_by IS NOT NULL;
