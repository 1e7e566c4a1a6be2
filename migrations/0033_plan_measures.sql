-- What will show whether a plan works.

-- What is counted, and whether more of it is better.
CREATE TABLE plan_measure (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    words TEXT NOT NULL,
    better TEXT NOT NULL
);
CREATE UNIQUE INDEX plan_measure_current ON plan_measure (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX plan_measure_public_id ON plan_measure (public_id) WHERE ended_by IS NULL;
CREATE INDEX plan_measure_plan ON plan_measure (plan_id) WHERE ended_by IS NULL;
CREATE INDEX plan_measure_made ON plan_measure (made_by);
CREATE INDEX plan_measure_ended ON plan_measure (ended_by) WHERE ended_by IS NOT NULL;

-- A value of a measure: where it began, a target, or what was counted. In thousandths; without a day where its source gives none.
CREATE TABLE measure_point (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_measure_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    on_day TEXT,
    thousandths INTEGER NOT NULL,
    qualifier TEXT NOT NULL,
    words TEXT NOT NULL,
    doubt TEXT NOT NULL
);
CREATE UNIQUE INDEX measure_point_current ON measure_point (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX measure_point_public_id ON measure_point (public_id) WHERE ended_by IS NULL;
CREATE INDEX measure_point_measure ON measure_point (plan_measure_id) WHERE ended_by IS NULL;
CREATE INDEX measure_point_made ON measure_point (made_by);
CREATE INDEX measure_point_ended ON measure_point (ended_by) WHERE ended_by IS NOT NULL;

-- That a measure will show whether an action works.
CREATE TABLE action_shown_by (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    plan_measure_id INTEGER NOT NULL
);
CREATE UNIQUE INDEX action_shown_by_current ON action_shown_by (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX action_shown_by_public_id ON action_shown_by (public_id) WHERE ended_by IS NULL;
CREATE INDEX action_shown_by_action ON action_shown_by (plan_action_id) WHERE ended_by IS NULL;
CREATE INDEX action_shown_by_measure ON action_shown_by (plan_measure_id) WHERE ended_by IS NULL;
CREATE INDEX action_shown_by_made ON action_shown_by (made_by);
CREATE INDEX action_shown_by_ended ON action_shown_by (ended_by) WHERE ended_by IS NOT NULL;
