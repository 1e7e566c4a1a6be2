-- Plans of the partnership, what they are made of, what is to be done under them, and how that goes.

-- An area plan, a strategy, or the annual action plan under one. From approval on its text is fixed: what comes later is another version.
CREATE TABLE plan (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    vision TEXT NOT NULL,
    from_day TEXT,
    until_day TEXT,
    under_plan_id INTEGER,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    replaces_plan_id INTEGER
);
CREATE UNIQUE INDEX plan_current ON plan (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX plan_public_id ON plan (public_id) WHERE ended_by IS NULL;
CREATE INDEX plan_made ON plan (made_by);
CREATE INDEX plan_ended ON plan (ended_by) WHERE ended_by IS NOT NULL;

-- Principles, outcomes, objectives, themes and the like; under_part_id is the theme of a criterion, the outcome of an objective.
CREATE TABLE plan_part (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    under_part_id INTEGER,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    place INTEGER NOT NULL
);
CREATE UNIQUE INDEX plan_part_current ON plan_part (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX plan_part_public_id ON plan_part (public_id) WHERE ended_by IS NULL;
CREATE INDEX plan_part_plan ON plan_part (plan_id) WHERE ended_by IS NULL;
CREATE INDEX plan_part_made ON plan_part (made_by);
CREATE INDEX plan_part_ended ON plan_part (ended_by) WHERE ended_by IS NOT NULL;

-- What is to be done, by whom, by when and for how much.
CREATE TABLE plan_action (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    plan_part_id INTEGER,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    owner TEXT NOT NULL,
    account_id INTEGER,
    lead TEXT NOT NULL,
    contributors TEXT NOT NULL,
    starts_on TEXT,
    due_on TEXT,
    done_on TEXT,
    cost_pence INTEGER,
    funding TEXT NOT NULL,
    told TEXT NOT NULL,
    place INTEGER NOT NULL
);
CREATE UNIQUE INDEX plan_action_current ON plan_action (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX plan_action_public_id ON plan_action (public_id) WHERE ended_by IS NULL;
CREATE INDEX plan_action_plan ON plan_action (plan_id) WHERE ended_by IS NULL;
CREATE INDEX plan_action_account ON plan_action (account_id) WHERE ended_by IS NULL;
CREATE INDEX plan_action_made ON plan_action (made_by);
CREATE INDEX plan_action_ended ON plan_action (ended_by) WHERE ended_by IS NOT NULL;

-- A step on the way of an action.
CREATE TABLE milestone (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    due_on TEXT NOT NULL,
    done_on TEXT
);
CREATE UNIQUE INDEX milestone_current ON milestone (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX milestone_public_id ON milestone (public_id) WHERE ended_by IS NULL;
CREATE INDEX milestone_action ON milestone (plan_action_id) WHERE ended_by IS NULL;
CREATE INDEX milestone_made ON milestone (made_by);
CREATE INDEX milestone_ended ON milestone (ended_by) WHERE ended_by IS NOT NULL;

-- A dated word on how an action goes; `says` is the status that its writer calls it, NULL where they leave it to the rule.
CREATE TABLE action_update (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    words TEXT NOT NULL,
    says TEXT,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL
);
CREATE UNIQUE INDEX action_update_current ON action_update (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX action_update_public_id ON action_update (public_id) WHERE ended_by IS NULL;
CREATE INDEX action_update_action ON action_update (plan_action_id) WHERE ended_by IS NULL;
CREATE INDEX action_update_made ON action_update (made_by);
CREATE INDEX action_update_ended ON action_update (ended_by) WHERE ended_by IS NOT NULL;

-- That an action serves an objective or another part of a plan.
CREATE TABLE action_serves (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    plan_part_id INTEGER NOT NULL
);
CREATE UNIQUE INDEX action_serves_current ON action_serves (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX action_serves_public_id ON action_serves (public_id) WHERE ended_by IS NULL;
CREATE INDEX action_serves_action ON action_serves (plan_action_id) WHERE ended_by IS NULL;
CREATE INDEX action_serves_part ON action_serves (plan_part_id) WHERE ended_by IS NULL;
CREATE INDEX action_serves_made ON action_serves (made_by);
CREATE INDEX action_serves_ended ON action_serves (ended_by) WHERE ended_by IS NOT NULL;

-- That an action answers a finding of any room: its Reference, and what it was called on that day.
CREATE TABLE action_answers (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    finding TEXT NOT NULL,
    title TEXT NOT NULL,
    since TEXT NOT NULL
);
CREATE UNIQUE INDEX action_answers_current ON action_answers (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX action_answers_public_id ON action_answers (public_id) WHERE ended_by IS NULL;
CREATE INDEX action_answers_action ON action_answers (plan_action_id) WHERE ended_by IS NULL;
CREATE INDEX action_answers_finding ON action_answers (finding) WHERE ended_by IS NULL;
CREATE INDEX action_answers_made ON action_answers (made_by);
CREATE INDEX action_answers_ended ON action_answers (ended_by) WHERE ended_by IS NOT NULL;
