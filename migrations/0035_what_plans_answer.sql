-- What plans answer and wait for: recommendations, dependencies, risks taken higher, measures that are live, and the partnership's own terms.

-- What a review, an inspection or a task force recommended, and what was said to it.
CREATE TABLE recommendation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    source TEXT NOT NULL,
    given_on TEXT,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    stand TEXT NOT NULL,
    reason TEXT NOT NULL,
    owner TEXT NOT NULL
);
CREATE UNIQUE INDEX recommendation_current ON recommendation (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX recommendation_public_id ON recommendation (public_id) WHERE ended_by IS NULL;
CREATE INDEX recommendation_made ON recommendation (made_by);
CREATE INDEX recommendation_ended ON recommendation (ended_by) WHERE ended_by IS NOT NULL;

-- That an action waits for another.
CREATE TABLE action_waits (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    on_action_id INTEGER NOT NULL
);
CREATE UNIQUE INDEX action_waits_current ON action_waits (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX action_waits_public_id ON action_waits (public_id) WHERE ended_by IS NULL;
CREATE INDEX action_waits_action ON action_waits (plan_action_id) WHERE ended_by IS NULL;
CREATE INDEX action_waits_on ON action_waits (on_action_id) WHERE ended_by IS NULL;
CREATE INDEX action_waits_made ON action_waits (made_by);
CREATE INDEX action_waits_ended ON action_waits (ended_by) WHERE ended_by IS NOT NULL;

-- That a risk was taken to whoever can do more about it, and when that ended.
CREATE TABLE risk_escalation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_risk_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    to_whom TEXT NOT NULL,
    made_on TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE UNIQUE INDEX risk_escalation_current ON risk_escalation (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX risk_escalation_public_id ON risk_escalation (public_id) WHERE ended_by IS NULL;
CREATE INDEX risk_escalation_risk ON risk_escalation (plan_risk_id) WHERE ended_by IS NULL;
CREATE INDEX risk_escalation_made ON risk_escalation (made_by);
CREATE INDEX risk_escalation_ended ON risk_escalation (ended_by) WHERE ended_by IS NOT NULL;

-- That the values of a measure are taken from a figure of the house.
CREATE TABLE measure_source (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_measure_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    title TEXT NOT NULL
);
CREATE UNIQUE INDEX measure_source_current ON measure_source (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX measure_source_public_id ON measure_source (public_id) WHERE ended_by IS NULL;
CREATE INDEX measure_source_measure ON measure_source (plan_measure_id) WHERE ended_by IS NULL;
CREATE INDEX measure_source_made ON measure_source (made_by);
CREATE INDEX measure_source_ended ON measure_source (ended_by) WHERE ended_by IS NOT NULL;

-- A word or abbreviation of the partnership's own, and what it means.
CREATE TABLE own_term (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    term TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE UNIQUE INDEX own_term_current ON own_term (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX own_term_public_id ON own_term (public_id) WHERE ended_by IS NULL;
CREATE INDEX own_term_made ON own_term (made_by);
CREATE INDEX own_term_ended ON own_term (ended_by) WHERE ended_by IS NOT NULL;
