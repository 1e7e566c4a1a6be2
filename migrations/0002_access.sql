-- Who may sign in, what they may do, and how sign-ins are kept safe: outside the registers and their chain, since sessions come and go.

-- Someone who may sign in. Never deleted while the journal or the registers name it: closed instead.
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    signed_in_at TEXT
);
CREATE UNIQUE INDEX account_public_id ON account (public_id);
CREATE UNIQUE INDEX account_email ON account (email);

-- A role in a scope, with its first and last day. scope_key is the locality, organisation or staff record by scope_kind; 0 for the area.
CREATE TABLE account_grant (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope_key INTEGER NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT,
    given_at TEXT NOT NULL
);
CREATE INDEX account_grant_account ON account_grant (account_id);

-- The account's journal: every change of role, every reset, who did it. by_account is NULL for the command line, named in by_words.
CREATE TABLE account_event (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at TEXT NOT NULL,
    by_account INTEGER REFERENCES account (id),
    by_words TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX account_event_account ON account_event (account_id);

-- A code handed over once, with which its holder signs in and chooses a password. Only its hash is kept.
CREATE TABLE sign_in_code (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    used_at TEXT
);
CREATE UNIQUE INDEX sign_in_code_hash ON sign_in_code (code_hash);
CREATE INDEX sign_in_code_account ON sign_in_code (account_id);

-- A sign-in that lasts. Only the hash of the cookie's token is kept.
CREATE TABLE account_session (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    token_hash TEXT NOT NULL,
    started_at TEXT NOT NULL,
    used_at TEXT NOT NULL
);
CREATE UNIQUE INDEX account_session_token ON account_session (token_hash);
CREATE INDEX account_session_account ON account_session (account_id);

-- Failures to sign in, by hash of what was typed as the address, and by hash of where it came from; forgotten after a day.
CREATE TABLE sign_in_failure (
    subject TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    free_at TEXT NOT NULL
);

-- Forms already sent, so that sending one twice acts once; forgotten after a day.
CREATE TABLE form_key (
    key_hash TEXT PRIMARY KEY,
    used_at TEXT NOT NULL,
    outcome TEXT
);
CREATE INDEX form_key_used ON form_key (used_at);
