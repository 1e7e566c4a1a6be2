-- Who is in it: a second step of signing in, invitations, why roles change, what people are told by mail, and whose records were read.

-- The authenticator app of an account. The secret is sealed with the house's key; last_step is the last half minute whose code was taken:
-- none at or before it is taken again. Not confirmed until its holder has typed a first code.
CREATE TABLE second_step (
    account_id INTEGER NOT NULL REFERENCES account (id),
    secret BLOB NOT NULL,
    begun_at TEXT NOT NULL,
    confirmed_at TEXT,
    last_step INTEGER NOT NULL
);
CREATE UNIQUE INDEX second_step_account ON second_step (account_id);

-- Codes for those whose phone is lost, each taken once. Only their hashes are kept.
CREATE TABLE recovery_code (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    used_at TEXT
);
CREATE INDEX recovery_code_account ON recovery_code (account_id);

-- Between the password and the second step, some minutes. Only the hash of the token is kept.
CREATE TABLE half_sign_in (
    token_hash TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    ends_at TEXT NOT NULL
);

-- 1 where the session passed the second step; roles that need it give nothing without.
ALTER TABLE account_session ADD COLUMN second_step INTEGER NOT NULL DEFAULT 0;

-- Why a role was given or ended, in the words of who did it.
ALTER TABLE account_event ADD COLUMN reason TEXT NOT NULL DEFAULT '';
CREATE INDEX account_event_at ON account_event (at);

-- Someone asked to come in: the account was opened for them and waits for their password.
CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    invited_by INTEGER REFERENCES account (id),
    invited_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    accepted_at TEXT,
    withdrawn_at TEXT
);
CREATE UNIQUE INDEX invitation_public_id ON invitation (public_id);
CREATE INDEX invitation_account ON invitation (account_id);

-- The links of an invitation, by mail, on a printed letter or copied. Only their hashes are kept; all end when one was used.
CREATE TABLE invitation_link (
    token_hash TEXT PRIMARY KEY,
    invitation_id INTEGER NOT NULL REFERENCES invitation (id),
    made_at TEXT NOT NULL,
    way TEXT NOT NULL
);
CREATE INDEX invitation_link_invitation ON invitation_link (invitation_id);

-- A message may go out by mail too: 'none', 'waiting', 'sent' or 'failed'. Where kind is not empty, the room of that kind writes the mail
-- at the moment it is sent, from subject; so no link that lets someone in lies here.
ALTER TABLE inbox_message ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE inbox_message ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE inbox_message ADD COLUMN subject INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox_message ADD COLUMN mail TEXT NOT NULL DEFAULT 'none';
ALTER TABLE inbox_message ADD COLUMN mail_due_at TEXT;
ALTER TABLE inbox_message ADD COLUMN mail_tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox_message ADD COLUMN mail_words TEXT NOT NULL DEFAULT '';
CREATE INDEX inbox_message_mail ON inbox_message (mail, mail_due_at);

-- Those who want messages in the inbox only, or said that they want mail.
CREATE TABLE mail_choice (
    account_id INTEGER NOT NULL,
    by_mail INTEGER NOT NULL
);
CREATE UNIQUE INDEX mail_choice_account ON mail_choice (account_id);

-- Whose records an entry of the log of reads covered, one a row: on PostgreSQL; on SQLite the log's own file makes the same.
CREATE TABLE read_record (
    staff_record TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (staff_record, number)
);
CREATE INDEX read_record_number ON read_record (number);
