-- That someone took answers from a file: who, on which day, how many, and by what the file is known again so that nobody takes it twice, until the campaign is
-- closed. Outside the register like the answers; nothing says which of them came from it.
CREATE TABLE campaign_answer_file (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    taken_on TEXT NOT NULL,
    lines INTEGER NOT NULL,
    known_by TEXT NOT NULL
);
CREATE INDEX campaign_answer_file_campaign ON campaign_answer_file (campaign_id);
