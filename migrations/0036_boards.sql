-- Groups that govern, who sits on them, when they meet, what is decided and what arises from it.

-- A group: a board, a sub-group, a working group. Reports to another, or to nobody.
CREATE TABLE board (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    reports_to_id INTEGER,
    plan_name TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    ended_on TEXT
);
CREATE UNIQUE INDEX board_current ON board (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX board_public_id ON board (public_id) WHERE ended_by IS NULL;
CREATE INDEX board_above ON board (reports_to_id) WHERE ended_by IS NULL;
CREATE INDEX board_made ON board (made_by);
CREATE INDEX board_ended ON board (ended_by) WHERE ended_by IS NOT NULL;

-- A seat on a group by role and organisation; more than one of a kind where number is more than 1. Whoever fills it may have an account.
CREATE TABLE board_seat (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    board_id INTEGER NOT NULL,
    section TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    filled TEXT NOT NULL,
    account_id INTEGER
);
CREATE UNIQUE INDEX board_seat_current ON board_seat (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX board_seat_public_id ON board_seat (public_id) WHERE ended_by IS NULL;
CREATE INDEX board_seat_board ON board_seat (board_id) WHERE ended_by IS NULL;
CREATE INDEX board_seat_made ON board_seat (made_by);
CREATE INDEX board_seat_ended ON board_seat (ended_by) WHERE ended_by IS NOT NULL;

-- A meeting of a group.
CREATE TABLE meeting (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    board_id INTEGER NOT NULL,
    held_on TEXT NOT NULL,
    place_words TEXT NOT NULL,
    state TEXT NOT NULL,
    minutes TEXT NOT NULL
);
CREATE UNIQUE INDEX meeting_current ON meeting (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX meeting_public_id ON meeting (public_id) WHERE ended_by IS NULL;
CREATE INDEX meeting_board ON meeting (board_id) WHERE ended_by IS NULL;
CREATE INDEX meeting_day ON meeting (held_on) WHERE ended_by IS NULL;
CREATE INDEX meeting_made ON meeting (made_by);
CREATE INDEX meeting_ended ON meeting (ended_by) WHERE ended_by IS NOT NULL;

-- What a meeting is to speak of, and what it decided.
CREATE TABLE agenda_item (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    meeting_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    title TEXT NOT NULL,
    wanted TEXT NOT NULL,
    words TEXT NOT NULL,
    about TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_on TEXT,
    decision_option_id INTEGER
);
CREATE UNIQUE INDEX agenda_item_current ON agenda_item (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX agenda_item_public_id ON agenda_item (public_id) WHERE ended_by IS NULL;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id) WHERE ended_by IS NULL;
CREATE INDEX agenda_item_made ON agenda_item (made_by);
CREATE INDEX agenda_item_ended ON agenda_item (ended_by) WHERE ended_by IS NOT NULL;

-- One of the ways that were weighed before a decision.
CREATE TABLE decision_option (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    agenda_item_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    title TEXT NOT NULL,
    benefits TEXT NOT NULL,
    costs TEXT NOT NULL,
    risks TEXT NOT NULL
);
CREATE UNIQUE INDEX decision_option_current ON decision_option (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX decision_option_public_id ON decision_option (public_id) WHERE ended_by IS NULL;
CREATE INDEX decision_option_item ON decision_option (agenda_item_id) WHERE ended_by IS NULL;
CREATE INDEX decision_option_made ON decision_option (made_by);
CREATE INDEX decision_option_ended ON decision_option (ended_by) WHERE ended_by IS NOT NULL;

-- What somebody is to do after a meeting.
CREATE TABLE follow_up (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    agenda_item_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    owner TEXT NOT NULL,
    due_on TEXT NOT NULL,
    done_on TEXT,
    words TEXT NOT NULL
);
CREATE UNIQUE INDEX follow_up_current ON follow_up (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX follow_up_public_id ON follow_up (public_id) WHERE ended_by IS NULL;
CREATE INDEX follow_up_item ON follow_up (agenda_item_id) WHERE ended_by IS NULL;
CREATE INDEX follow_up_made ON follow_up (made_by);
CREATE INDEX follow_up_ended ON follow_up (ended_by) WHERE ended_by IS NOT NULL;

-- Whether a seat was there at a meeting.
CREATE TABLE attendance (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    meeting_id INTEGER NOT NULL,
    board_seat_id INTEGER NOT NULL,
    came TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE UNIQUE INDEX attendance_current ON attendance (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX attendance_public_id ON attendance (public_id) WHERE ended_by IS NULL;
CREATE INDEX attendance_meeting ON attendance (meeting_id) WHERE ended_by IS NULL;
CREATE INDEX attendance_made ON attendance (made_by);
CREATE INDEX attendance_ended ON attendance (ended_by) WHERE ended_by IS NOT NULL;

-- A paper as a meeting had it: its facts on the day it was kept, as JSON.
CREATE TABLE kept_paper (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    meeting_id INTEGER NOT NULL,
    kept_on TEXT NOT NULL,
    facts TEXT NOT NULL
);
CREATE UNIQUE INDEX kept_paper_current ON kept_paper (id) WHERE ended_by IS NULL;
CREATE UNIQUE INDEX kept_paper_public_id ON kept_paper (public_id) WHERE ended_by IS NULL;
CREATE INDEX kept_paper_meeting ON kept_paper (meeting_id) WHERE ended_by IS NULL;
CREATE INDEX kept_paper_made ON kept_paper (made_by);
CREATE INDEX kept_paper_ended ON kept_paper (ended_by) WHERE ended_by IS NOT NULL;
