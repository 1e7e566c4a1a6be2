-- Views of the profile that someone saved to come back to: the address of a page, never its figures. It belongs to the account alone, stands outside the
-- register and its chain, and goes when the account does.
CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    query TEXT NOT NULL,
    saved_at TEXT NOT NULL
);
CREATE UNIQUE INDEX saved_view_public_id ON saved_view (public_id);
CREATE UNIQUE INDEX saved_view_name ON saved_view (account_id, name);
