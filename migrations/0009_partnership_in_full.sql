-- Who is in the partnership, in full: how often an organisation hands in and whom to ring there; what a setting offers; numbers in public
-- registers; parents, mergers and splits; clusters of settings; teams across employers; named links. Register tables, dated: from_on and
-- until_on are the first and last day, NULL where it has none.
ALTER TABLE organisation ADD COLUMN returns_every TEXT;
ALTER TABLE organisation ADD COLUMN contact_name TEXT;
ALTER TABLE organisation ADD COLUMN contact_job TEXT;
ALTER TABLE organisation ADD COLUMN contact_phone TEXT;
ALTER TABLE organisation ADD COLUMN contact_email TEXT;
ALTER TABLE setting ADD COLUMN tier TEXT;
ALTER TABLE setting ADD COLUMN places INTEGER;
ALTER TABLE setting ADD COLUMN deprivation_band TEXT;

-- A parent (a trust, a chain), what an organisation merged into, or what it split from: with the day from which it holds.
CREATE TABLE organisation_link (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    other_id INTEGER NOT NULL,
    from_on TEXT,
    until_on TEXT
);
CREATE UNIQUE INDEX organisation_link_current ON organisation_link (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX organisation_link_public_id ON organisation_link (public_id) WHERE ended_by IS NULL;
CREATE INDEX organisation_link_by_organisation ON organisation_link (organisation_id) WHERE ended_by IS NULL;
CREATE INDEX organisation_link_by_other ON organisation_link (other_id) WHERE ended_by IS NULL;
CREATE INDEX organisation_link_made ON organisation_link (made_by);
CREATE INDEX organisation_link_ended ON organisation_link (ended_by) WHERE ended_by IS NOT NULL;

-- What an organisation, or one setting of it, is called in a public register: URN, charity number and the like.
CREATE TABLE register_number (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    setting_id INTEGER,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT
);
CREATE UNIQUE INDEX register_number_current ON register_number (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX register_number_public_id ON register_number (public_id) WHERE ended_by IS NULL;
CREATE INDEX register_number_by_organisation ON register_number (organisation_id) WHERE ended_by IS NULL;
CREATE INDEX register_number_by_number ON register_number (kind, number) WHERE ended_by IS NULL;
CREATE INDEX register_number_made ON register_number (made_by);
CREATE INDEX register_number_ended ON register_number (ended_by) WHERE ended_by IS NOT NULL;

-- Settings that work together, often schools around one another.
CREATE TABLE cluster (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    locality_id INTEGER,
    from_on TEXT,
    until_on TEXT
);
CREATE UNIQUE INDEX cluster_current ON cluster (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX cluster_public_id ON cluster (public_id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX cluster_code ON cluster (code) WHERE ended_by IS NULL;
CREATE INDEX cluster_made ON cluster (made_by);
CREATE INDEX cluster_ended ON cluster (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE cluster_setting (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    cluster_id INTEGER NOT NULL,
    setting_id INTEGER NOT NULL,
    from_on TEXT,
    until_on TEXT
);
CREATE UNIQUE INDEX cluster_setting_current ON cluster_setting (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX cluster_setting_public_id ON cluster_setting (public_id) WHERE ended_by IS NULL;
CREATE INDEX cluster_setting_by_cluster ON cluster_setting (cluster_id) WHERE ended_by IS NULL;
CREATE INDEX cluster_setting_by_setting ON cluster_setting (setting_id) WHERE ended_by IS NULL;
CREATE INDEX cluster_setting_made ON cluster_setting (made_by);
CREATE INDEX cluster_setting_ended ON cluster_setting (ended_by) WHERE ended_by IS NOT NULL;

-- People who work as one, whoever employs them.
CREATE TABLE team (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    led_by INTEGER,
    locality_id INTEGER,
    from_on TEXT,
    until_on TEXT
);
CREATE UNIQUE INDEX team_current ON team (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX team_public_id ON team (public_id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX team_code ON team (code) WHERE ended_by IS NULL;
CREATE INDEX team_by_leader ON team (led_by) WHERE ended_by IS NULL;
CREATE INDEX team_made ON team (made_by);
CREATE INDEX team_ended ON team (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE team_member (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    team_id INTEGER NOT NULL,
    standing TEXT NOT NULL,
    organisation_id INTEGER,
    staff_record_id INTEGER,
    contact_name TEXT,
    contact_job TEXT,
    contact_phone TEXT,
    contact_email TEXT,
    from_on TEXT,
    until_on TEXT
);
CREATE UNIQUE INDEX team_member_current ON team_member (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX team_member_public_id ON team_member (public_id) WHERE ended_by IS NULL;
CREATE INDEX team_member_by_team ON team_member (team_id) WHERE ended_by IS NULL;
CREATE INDEX team_member_by_organisation ON team_member (organisation_id) WHERE ended_by IS NULL;
CREATE INDEX team_member_made ON team_member (made_by);
CREATE INDEX team_member_ended ON team_member (ended_by) WHERE ended_by IS NOT NULL;

-- Whom to ring about one thing, for an organisation, a setting or a cluster.
CREATE TABLE named_link (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    organisation_id INTEGER,
    setting_id INTEGER,
    cluster_id INTEGER,
    works_for INTEGER,
    staff_record_id INTEGER,
    contact_name TEXT,
    contact_job TEXT,
    contact_phone TEXT,
    contact_email TEXT,
    from_on TEXT,
    until_on TEXT
);
CREATE UNIQUE INDEX named_link_current ON named_link (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX named_link_public_id ON named_link (public_id) WHERE ended_by IS NULL;
CREATE INDEX named_link_by_organisation ON named_link (organisation_id) WHERE ended_by IS NULL;
CREATE INDEX named_link_by_setting ON named_link (setting_id) WHERE ended_by IS NULL;
CREATE INDEX named_link_by_cluster ON named_link (cluster_id) WHERE ended_by IS NULL;
CREATE INDEX named_link_made ON named_link (made_by);
CREATE INDEX named_link_ended ON named_link (ended_by) WHERE ended_by IS NOT NULL;
