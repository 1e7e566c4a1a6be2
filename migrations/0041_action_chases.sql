-- When whoever is named for an action was asked for a word on it. A log, outside the register.
CREATE TABLE action_chase (
    id INTEGER PRIMARY KEY,
    plan_action_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at TEXT NOT NULL
);
CREATE INDEX action_chase_action ON action_chase (plan_action_id);
