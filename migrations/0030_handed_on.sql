-- That a priority was handed to someone to take up: by when, with which words, and what they said. One at a time for each priority; who gives it back or has it
-- taken back leaves room for the next.
CREATE TABLE handed_on (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    campaign_priority_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    by_account_id INTEGER NOT NULL,
    handed_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT
);
CREATE UNIQUE INDEX handed_on_current ON handed_on (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX handed_on_priority ON handed_on (campaign_priority_id) WHERE ended_by IS NULL;
CREATE INDEX handed_on_account ON handed_on (account_id, state) WHERE ended_by IS NULL;
CREATE INDEX handed_on_made ON handed_on (made_by);
CREATE INDEX handed_on_ended ON handed_on (ended_by) WHERE ended_by IS NOT NULL;
