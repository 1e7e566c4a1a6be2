-- Annual reports: what people write inside a generated skeleton, and the reports as they were published.

-- A report on a plan, from a day as of a day.
CREATE TABLE annual_report (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    from_day TEXT NOT NULL,
    as_of TEXT NOT NULL
);
CREATE UNIQUE INDEX annual_report_current ON annual_report (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX annual_report_public_id ON annual_report (public_id) WHERE ended_by IS NULL;
CREATE INDEX annual_report_plan ON annual_report (plan_id) WHERE ended_by IS NULL;
CREATE INDEX annual_report_made ON annual_report (made_by);
CREATE INDEX annual_report_ended ON annual_report (ended_by) WHERE ended_by IS NOT NULL;

-- What people wrote under a section of a report.
CREATE TABLE report_words (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    annual_report_id INTEGER NOT NULL,
    section TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE UNIQUE INDEX report_words_current ON report_words (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX report_words_public_id ON report_words (public_id) WHERE ended_by IS NULL;
CREATE INDEX report_words_report ON report_words (annual_report_id) WHERE ended_by IS NULL;
CREATE INDEX report_words_made ON report_words (made_by);
CREATE INDEX report_words_ended ON report_words (ended_by) WHERE ended_by IS NOT NULL;

-- A report as it was published: its whole document as JSON, and the hash of that text. Never changed.
CREATE TABLE published_report (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    annual_report_id INTEGER NOT NULL,
    published_on TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    document TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE UNIQUE INDEX published_report_current ON published_report (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX published_report_public_id ON published_report (public_id) WHERE ended_by IS NULL;
CREATE INDEX published_report_report ON published_report (annual_report_id) WHERE ended_by IS NULL;
CREATE INDEX published_report_made ON published_report (made_by);
CREATE INDEX published_report_ended ON published_report (ended_by) WHERE ended_by IS NOT NULL;
