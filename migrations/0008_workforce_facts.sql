-- Staff records in full: who people are, how they came and went, on what terms they work, and the many things a record says of someone
-- (qualifications, registrations, skills, languages, training, supervision, checks), each a row of one table. NULL: not reported.
ALTER TABLE staff_record ADD COLUMN sex TEXT;
ALTER TABLE staff_record ADD COLUMN ethnicity TEXT;
ALTER TABLE staff_record ADD COLUMN disability TEXT;

ALTER TABLE engagement ADD COLUMN origin TEXT;
ALTER TABLE engagement ADD COLUMN reason_for_leaving TEXT;
ALTER TABLE engagement ADD COLUMN destination TEXT;

-- Hours in hundredths of an hour a week, pay in pence for the period named.
ALTER TABLE engagement_terms ADD COLUMN hours INTEGER;
ALTER TABLE engagement_terms ADD COLUMN pattern TEXT;
ALTER TABLE engagement_terms ADD COLUMN pay INTEGER;
ALTER TABLE engagement_terms ADD COLUMN pay_period TEXT;
ALTER TABLE engagement_terms ADD COLUMN terms_set TEXT;
ALTER TABLE engagement_terms ADD COLUMN pension_scheme TEXT;
ALTER TABLE engagement_terms ADD COLUMN manager TEXT;
ALTER TABLE engagement_terms ADD COLUMN caseload INTEGER;
ALTER TABLE engagement_terms ADD COLUMN seconded_from TEXT;
ALTER TABLE engagement_terms ADD COLUMN seconded_to TEXT;

CREATE TABLE staff_fact (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    staff_record_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    list TEXT,
    code TEXT,
    detail TEXT,
    on_day TEXT,
    until_day TEXT,
    number TEXT,
    words TEXT
);
CREATE UNIQUE INDEX staff_fact_current ON staff_fact (id) WHERE ended_by IS NULL;
CREATE INDEX staff_fact_versions ON staff_fact (staff_record_id);
CREATE INDEX staff_fact_by_code ON staff_fact (kind, code) WHERE ended_by IS NULL;
CREATE INDEX staff_fact_made ON staff_fact (made_by);
CREATE INDEX staff_fact_ended ON staff_fact (ended_by) WHERE ended_by IS NOT NULL;
