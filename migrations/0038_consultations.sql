-- Consultations on drafts of plans: what is asked, what people said without their names, and what came of it.

-- A draft of a plan opened to the public, or to groups by an address with a key.
CREATE TABLE consultation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    audience TEXT NOT NULL,
    groups TEXT NOT NULL,
    access_key TEXT NOT NULL
);
CREATE UNIQUE INDEX consultation_current ON consultation (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX consultation_public_id ON consultation (public_id) WHERE ended_by IS NULL;
CREATE INDEX consultation_plan ON consultation (plan_id) WHERE ended_by IS NULL;
CREATE INDEX consultation_made ON consultation (made_by);
CREATE INDEX consultation_ended ON consultation (ended_by) WHERE ended_by IS NOT NULL;

-- What was said, and what was done about it.
CREATE TABLE consultation_answer (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    consultation_id INTEGER NOT NULL,
    about TEXT NOT NULL,
    said TEXT NOT NULL,
    did TEXT NOT NULL
);
CREATE UNIQUE INDEX consultation_answer_current ON consultation_answer (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX consultation_answer_public_id ON consultation_answer (public_id) WHERE ended_by IS NULL;
CREATE INDEX consultation_answer_consultation ON consultation_answer (consultation_id) WHERE ended_by IS NULL;
CREATE INDEX consultation_answer_made ON consultation_answer (made_by);
CREATE INDEX consultation_answer_ended ON consultation_answer (ended_by) WHERE ended_by IS NOT NULL;

-- What somebody said, without name or hour. Outside the register: no change set says who.
CREATE TABLE consultation_comment (
    id INTEGER PRIMARY KEY,
    consultation_id INTEGER NOT NULL,
    about TEXT NOT NULL,
    voice TEXT NOT NULL,
    words TEXT NOT NULL,
    made_on TEXT NOT NULL
);
CREATE INDEX consultation_comment_of ON consultation_comment (consultation_id);
