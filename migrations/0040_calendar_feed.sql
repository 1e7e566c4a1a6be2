-- By which address a person's calendar program fetches what they are named for: the hash of a secret, one for each account. Outside the register.
CREATE TABLE calendar_feed (
    account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    secret_hash TEXT NOT NULL
);
CREATE UNIQUE INDEX calendar_feed_secret ON calendar_feed (secret_hash);
