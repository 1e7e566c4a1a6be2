-- Work that goes on without a page waiting for it. A running job is held by a lease; one whose lease ran out is taken up again.
CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    payload TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    path TEXT NOT NULL,
    state TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    leased_until TEXT,
    worker TEXT NOT NULL,
    tries_left INTEGER NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    words TEXT NOT NULL,
    cancel_asked INTEGER NOT NULL,
    reference TEXT NOT NULL
);
CREATE UNIQUE INDEX job_public_id ON job (public_id);
CREATE INDEX job_state ON job (state, due_at);
CREATE INDEX job_account ON job (account_id, id);

-- When work that comes round was last queued.
CREATE TABLE job_schedule (
    kind TEXT PRIMARY KEY,
    queued_at TEXT NOT NULL
);

-- What someone is told once something of theirs is over. Holds a path and words, no personal data.
CREATE TABLE inbox_message (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    path TEXT NOT NULL,
    read_at TEXT
);
CREATE INDEX inbox_message_account ON inbox_message (account_id, read_at);
