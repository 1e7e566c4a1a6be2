-- Campaigns: an instrument put to people, links by which they answer, and what they answered, kept apart from who they are.

-- One instrument, in one version whose file had this digest, open from a day to a day.
CREATE TABLE campaign (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    name TEXT NOT NULL,
    instrument TEXT NOT NULL,
    instrument_version INTEGER NOT NULL,
    instrument_digest TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    stage TEXT NOT NULL,
    reader_account INTEGER,
    reader_name TEXT,
    reader_days INTEGER,
    before_id INTEGER,
    report_due_on TEXT
);
CREATE UNIQUE INDEX campaign_current ON campaign (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX campaign_public_id ON campaign (public_id) WHERE ended_by IS NULL;
CREATE INDEX campaign_made ON campaign (made_by);
CREATE INDEX campaign_ended ON campaign (ended_by) WHERE ended_by IS NOT NULL;

-- How many formal responses a campaign asks of an organisation.
CREATE TABLE campaign_quota (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    campaign_id INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    responses INTEGER NOT NULL
);
CREATE UNIQUE INDEX campaign_quota_current ON campaign_quota (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX campaign_quota_key ON campaign_quota (campaign_id, organisation_id) WHERE ended_by IS NULL;
CREATE INDEX campaign_quota_made ON campaign_quota (made_by);
CREATE INDEX campaign_quota_ended ON campaign_quota (ended_by) WHERE ended_by IS NOT NULL;

-- Ways to the questions. That a link was used is known, and neither when nor which answers came by it. Of its secrets, one for each time that it was
-- sent, only the hashes are kept.
CREATE TABLE campaign_link (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    way TEXT NOT NULL,
    viewpoint TEXT NOT NULL,
    leader INTEGER,
    organisation_id INTEGER,
    locality_id INTEGER,
    formal INTEGER NOT NULL,
    words TEXT NOT NULL,
    email TEXT,
    account_id INTEGER,
    state TEXT NOT NULL,
    made_at TEXT NOT NULL,
    sent_on TEXT,
    reminded_on TEXT
);
CREATE UNIQUE INDEX campaign_link_public_id ON campaign_link (public_id);
CREATE INDEX campaign_link_campaign ON campaign_link (campaign_id, way);
CREATE TABLE campaign_link_secret (
    token_hash TEXT PRIMARY KEY,
    link_id INTEGER NOT NULL REFERENCES campaign_link (id)
);
CREATE INDEX campaign_link_secret_link ON campaign_link_secret (link_id);

-- Answers begun and not sent, under the hash of a secret that the respondent holds: it is not the hash by which their link is found. No times.
CREATE TABLE answer_draft (
    -- in order of its key
    key TEXT PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    code_hash TEXT,
    viewpoint TEXT NOT NULL,
    leader INTEGER NOT NULL,
    language TEXT NOT NULL,
    easy INTEGER NOT NULL,
    large INTEGER NOT NULL,
    people INTEGER NOT NULL,
    answers TEXT NOT NULL
);
CREATE UNIQUE INDEX answer_draft_code ON answer_draft (campaign_id, code_hash);

-- Answers sent, outside the register and its chain, under keys that are chance: no account, no link, no time, and no order of coming. Those not
-- counted yet wait until enough others of their viewpoint have come. What was written in own words stands in a table of its own, under another key.
CREATE TABLE answer_sheet (
    -- in order of its key
    key TEXT PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    viewpoint TEXT NOT NULL,
    leader INTEGER NOT NULL,
    organisation_id INTEGER,
    locality_id INTEGER,
    way TEXT NOT NULL,
    formal INTEGER NOT NULL,
    people INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    answers TEXT NOT NULL
);
CREATE INDEX answer_sheet_campaign ON answer_sheet (campaign_id, viewpoint, counted);
CREATE TABLE answer_text (
    -- in order of its key
    key TEXT PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    viewpoint TEXT NOT NULL,
    item TEXT NOT NULL,
    counted INTEGER NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX answer_text_campaign ON answer_text (campaign_id, viewpoint, item);

-- What children wrote, for the person named to read it: with the day and hour, because someone may need help, as the page told the child.
CREATE TABLE child_words (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    organisation_id INTEGER,
    locality_id INTEGER,
    link_words TEXT NOT NULL,
    item TEXT NOT NULL,
    words TEXT NOT NULL,
    received_at TEXT NOT NULL,
    seen_by INTEGER,
    seen_at TEXT,
    closed_by INTEGER,
    closed_at TEXT,
    concern INTEGER,
    outcome TEXT
);
CREATE UNIQUE INDEX child_words_public_id ON child_words (public_id);
CREATE INDEX child_words_campaign ON child_words (campaign_id, closed_at);
