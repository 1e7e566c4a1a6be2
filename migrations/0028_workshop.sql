-- The analysis workshop of a campaign and what comes of it: where the partnership agrees to stand, on which evidence, and what follows.

-- When it was held, who led it, and who took part: bodies and the part they play, a line each.
CREATE TABLE workshop (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    held_on TEXT NOT NULL,
    facilitator TEXT NOT NULL,
    participants TEXT NOT NULL
);
CREATE UNIQUE INDEX workshop_current ON workshop (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX workshop_public_id ON workshop (public_id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX workshop_campaign ON workshop (campaign_id) WHERE ended_by IS NULL;
CREATE INDEX workshop_made ON workshop (made_by);
CREATE INDEX workshop_ended ON workshop (ended_by) WHERE ended_by IS NOT NULL;

-- Where the partnership agrees to stand on a theme, in halves of a step, and why, with what is strong there and what stands in the way.
CREATE TABLE theme_finding (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    theme TEXT NOT NULL,
    agreed_halves INTEGER,
    reason TEXT NOT NULL,
    strengths TEXT NOT NULL,
    barriers TEXT NOT NULL
);
CREATE UNIQUE INDEX theme_finding_current ON theme_finding (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX theme_finding_public_id ON theme_finding (public_id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX theme_finding_theme ON theme_finding (campaign_id, theme) WHERE ended_by IS NULL;
CREATE INDEX theme_finding_made ON theme_finding (made_by);
CREATE INDEX theme_finding_ended ON theme_finding (ended_by) WHERE ended_by IS NOT NULL;

-- That a board confirmed the agreed positions; they stand while this does.
CREATE TABLE position_confirmation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    campaign_id INTEGER NOT NULL,
    confirmed_by TEXT NOT NULL,
    confirmed_on TEXT NOT NULL
);
CREATE UNIQUE INDEX position_confirmation_current ON position_confirmation (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX position_confirmation_campaign ON position_confirmation (campaign_id) WHERE ended_by IS NULL;
CREATE INDEX position_confirmation_made ON position_confirmation (made_by);
CREATE INDEX position_confirmation_ended ON position_confirmation (ended_by) WHERE ended_by IS NOT NULL;

-- What speaks for or against a theme beside the answers. A figure of the profile is pinned: the address of its page, and what it said as of which day.
CREATE TABLE evidence (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    theme TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    shows TEXT NOT NULL,
    bearing TEXT NOT NULL,
    strength TEXT NOT NULL,
    confidentiality TEXT NOT NULL,
    source TEXT NOT NULL,
    dated_on TEXT,
    figure_path TEXT,
    figure_value TEXT,
    figure_as_of TEXT
);
CREATE UNIQUE INDEX evidence_current ON evidence (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX evidence_public_id ON evidence (public_id) WHERE ended_by IS NULL;
CREATE INDEX evidence_campaign ON evidence (campaign_id, theme) WHERE ended_by IS NULL;
CREATE INDEX evidence_made ON evidence (made_by);
CREATE INDEX evidence_ended ON evidence (ended_by) WHERE ended_by IS NOT NULL;

-- What is to be done first, and what is recommended, in this order.
CREATE TABLE campaign_priority (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    theme TEXT,
    title TEXT NOT NULL,
    why TEXT NOT NULL,
    place INTEGER NOT NULL
);
CREATE UNIQUE INDEX campaign_priority_current ON campaign_priority (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX campaign_priority_public_id ON campaign_priority (public_id) WHERE ended_by IS NULL;
CREATE INDEX campaign_priority_campaign ON campaign_priority (campaign_id) WHERE ended_by IS NULL;
CREATE INDEX campaign_priority_made ON campaign_priority (made_by);
CREATE INDEX campaign_priority_ended ON campaign_priority (ended_by) WHERE ended_by IS NOT NULL;

-- Support that was asked of someone for a priority or for the whole, by a day; what was promised and what came of it.
CREATE TABLE support (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    campaign_priority_id INTEGER,
    asked_of TEXT NOT NULL,
    what TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL,
    promised TEXT NOT NULL,
    promised_on TEXT,
    outcome TEXT NOT NULL
);
CREATE UNIQUE INDEX support_current ON support (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX support_public_id ON support (public_id) WHERE ended_by IS NULL;
CREATE INDEX support_campaign ON support (campaign_id) WHERE ended_by IS NULL;
CREATE INDEX support_made ON support (made_by);
CREATE INDEX support_ended ON support (ended_by) WHERE ended_by IS NOT NULL;

-- That the campaign's report was sent, and to whom: it is due no more.
CREATE TABLE report_sending (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    campaign_id INTEGER NOT NULL,
    sent_on TEXT NOT NULL,
    sent_to TEXT NOT NULL
);
CREATE UNIQUE INDEX report_sending_current ON report_sending (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX report_sending_campaign ON report_sending (campaign_id) WHERE ended_by IS NULL;
CREATE INDEX report_sending_made ON report_sending (made_by);
CREATE INDEX report_sending_ended ON report_sending (ended_by) WHERE ended_by IS NOT NULL;
