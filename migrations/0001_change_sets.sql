-- Who changed what, when and why: change sets, the chain over them, what was erased, and what the database knows of itself.

CREATE TABLE change_set (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    made_at TEXT NOT NULL,
    account_id INTEGER,
    actor TEXT NOT NULL,
    reason TEXT,
    reason_salt BLOB,
    reason_leaf BLOB NOT NULL,
    return_id INTEGER,
    undoes INTEGER REFERENCES change_set (id),
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE UNIQUE INDEX change_set_public_id ON change_set (public_id);
CREATE INDEX change_set_return ON change_set (return_id);
CREATE INDEX change_set_undoes ON change_set (undoes);

-- What a set did in each table: verify says by this which table no longer holds what was sealed.
CREATE TABLE change_set_part (
    change_set_id INTEGER NOT NULL REFERENCES change_set (id),
    table_name TEXT NOT NULL,
    rows_made INTEGER NOT NULL,
    rows_ended INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (change_set_id, table_name)
);

-- The leaf an erased value leaves behind. Its salt is destroyed with the value, so it cannot be guessed back.
CREATE TABLE erased_value (
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    leaf BLOB NOT NULL,
    erased_by INTEGER NOT NULL REFERENCES change_set (id),
    PRIMARY KEY (table_name, row_id, column_name)
);
CREATE INDEX erased_value_erased_by ON erased_value (erased_by);

-- Once a value of a row is erased its salt goes, and the salts of its other values stand here.
CREATE TABLE kept_salt (
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    salt BLOB NOT NULL,
    PRIMARY KEY (table_name, row_id, column_name)
);

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
