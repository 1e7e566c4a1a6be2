-- The log of reads on PostgreSQL, among what is dumped, backed up and restored. On SQLite it has a file of its own, which makes the same
-- table for itself, and this one stays empty.
CREATE TABLE read_entry (
    number INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    route TEXT NOT NULL,
    organisations TEXT NOT NULL,
    staff_records TEXT NOT NULL,
    covered INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX read_entry_account ON read_entry (account_id, number);
