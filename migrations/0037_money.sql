-- The money of a plan: where it comes from, and what it is for.

-- Money or help in kind that somebody gives: a grant, a partner's part, the council's own.
CREATE TABLE fund (
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
    kind TEXT NOT NULL,
    giver TEXT NOT NULL,
    holder TEXT NOT NULL,
    conditions TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    amount_pence INTEGER,
    words TEXT NOT NULL
);
CREATE UNIQUE INDEX fund_current ON fund (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX fund_public_id ON fund (public_id) WHERE ended_by IS NULL;
CREATE INDEX fund_plan ON fund (plan_id) WHERE ended_by IS NULL;
CREATE INDEX fund_made ON fund (made_by);
CREATE INDEX fund_ended ON fund (ended_by) WHERE ended_by IS NOT NULL;

-- What a heading is to cost in a year, from which fund and for which action: planned, committed, spent and expected.
CREATE TABLE budget_line (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    heading TEXT NOT NULL,
    year INTEGER NOT NULL,
    fund_id INTEGER,
    plan_action_id INTEGER,
    planned_pence INTEGER,
    committed_pence INTEGER,
    spent_pence INTEGER,
    forecast_pence INTEGER,
    words TEXT NOT NULL
);
CREATE UNIQUE INDEX budget_line_current ON budget_line (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX budget_line_public_id ON budget_line (public_id) WHERE ended_by IS NULL;
CREATE INDEX budget_line_plan ON budget_line (plan_id) WHERE ended_by IS NULL;
CREATE INDEX budget_line_fund ON budget_line (fund_id) WHERE ended_by IS NULL;
CREATE INDEX budget_line_action ON budget_line (plan_action_id) WHERE ended_by IS NULL;
CREATE INDEX budget_line_made ON budget_line (made_by);
CREATE INDEX budget_line_ended ON budget_line (ended_by) WHERE ended_by IS NOT NULL;
