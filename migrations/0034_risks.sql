-- The risk register of a plan.

-- What may happen, from what, to what effect; likelihood and impact from 1 to 5 before controls, now and as wanted, NULL where it is not scored.
CREATE TABLE plan_risk (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    cause TEXT NOT NULL,
    effect TEXT NOT NULL,
    owner TEXT NOT NULL,
    review_on TEXT,
    inherent_likelihood INTEGER,
    inherent_impact INTEGER,
    current_likelihood INTEGER,
    current_impact INTEGER,
    target_likelihood INTEGER,
    target_impact INTEGER
);
CREATE UNIQUE INDEX plan_risk_current ON plan_risk (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX plan_risk_public_id ON plan_risk (public_id) WHERE ended_by IS NULL;
CREATE INDEX plan_risk_plan ON plan_risk (plan_id) WHERE ended_by IS NULL;
CREATE INDEX plan_risk_made ON plan_risk (made_by);
CREATE INDEX plan_risk_ended ON plan_risk (ended_by) WHERE ended_by IS NOT NULL;

-- What is done against a risk.
CREATE TABLE risk_control (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_risk_id INTEGER NOT NULL,
    words TEXT NOT NULL,
    owner TEXT NOT NULL,
    strength TEXT NOT NULL
);
CREATE UNIQUE INDEX risk_control_current ON risk_control (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX risk_control_public_id ON risk_control (public_id) WHERE ended_by IS NULL;
CREATE INDEX risk_control_risk ON risk_control (plan_risk_id) WHERE ended_by IS NULL;
CREATE INDEX risk_control_made ON risk_control (made_by);
CREATE INDEX risk_control_ended ON risk_control (ended_by) WHERE ended_by IS NOT NULL;

-- That somebody looked at a risk, and its score then.
CREATE TABLE risk_review (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_risk_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    words TEXT NOT NULL,
    likelihood INTEGER,
    impact INTEGER
);
CREATE UNIQUE INDEX risk_review_current ON risk_review (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX risk_review_public_id ON risk_review (public_id) WHERE ended_by IS NULL;
CREATE INDEX risk_review_risk ON risk_review (plan_risk_id) WHERE ended_by IS NULL;
CREATE INDEX risk_review_made ON risk_review (made_by);
CREATE INDEX risk_review_ended ON risk_review (ended_by) WHERE ended_by IS NOT NULL;
