-- Written by ./dev golden from the migrations; compared by db_test. Not read by the program.

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT,
    opened_at TEXT NOT NULL,
    closed_at TEXT,
    signed_in_at TEXT
) STRICT;

CREATE UNIQUE INDEX account_email ON account (email);

CREATE UNIQUE INDEX account_public_id ON account (public_id);

CREATE TABLE account_event (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at TEXT NOT NULL,
    by_account INTEGER REFERENCES account (id),
    by_words TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL
, reason TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX account_event_account ON account_event (account_id);

CREATE INDEX account_event_at ON account_event (at);

CREATE TABLE account_grant (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    role TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope_key INTEGER NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT,
    given_at TEXT NOT NULL
) STRICT;

CREATE INDEX account_grant_account ON account_grant (account_id);

CREATE TABLE account_session (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    token_hash TEXT NOT NULL,
    started_at TEXT NOT NULL,
    used_at TEXT NOT NULL
, second_step INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX account_session_account ON account_session (account_id);

CREATE UNIQUE INDEX account_session_token ON account_session (token_hash);

CREATE TABLE action_answers (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    finding TEXT NOT NULL,
    title TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT;

CREATE INDEX action_answers_action ON action_answers (plan_action_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX action_answers_current ON action_answers (id) WHERE ended_by IS NULL;

CREATE INDEX action_answers_ended ON action_answers (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX action_answers_finding ON action_answers (finding) WHERE ended_by IS NULL;

CREATE INDEX action_answers_made ON action_answers (made_by);

CREATE UNIQUE INDEX action_answers_public_id ON action_answers (public_id) WHERE ended_by IS NULL;

CREATE TABLE action_chase (
    id INTEGER PRIMARY KEY,
    plan_action_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at TEXT NOT NULL
) STRICT;

CREATE INDEX action_chase_action ON action_chase (plan_action_id);

CREATE TABLE action_serves (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    plan_part_id INTEGER NOT NULL
) STRICT;

CREATE INDEX action_serves_action ON action_serves (plan_action_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX action_serves_current ON action_serves (id) WHERE ended_by IS NULL;

CREATE INDEX action_serves_ended ON action_serves (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX action_serves_made ON action_serves (made_by);

CREATE INDEX action_serves_part ON action_serves (plan_part_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX action_serves_public_id ON action_serves (public_id) WHERE ended_by IS NULL;

CREATE TABLE action_shown_by (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    plan_measure_id INTEGER NOT NULL
) STRICT;

CREATE INDEX action_shown_by_action ON action_shown_by (plan_action_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX action_shown_by_current ON action_shown_by (id) WHERE ended_by IS NULL;

CREATE INDEX action_shown_by_ended ON action_shown_by (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX action_shown_by_made ON action_shown_by (made_by);

CREATE INDEX action_shown_by_measure ON action_shown_by (plan_measure_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX action_shown_by_public_id ON action_shown_by (public_id) WHERE ended_by IS NULL;

CREATE TABLE action_update (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    words TEXT NOT NULL,
    says TEXT,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL
) STRICT;

CREATE INDEX action_update_action ON action_update (plan_action_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX action_update_current ON action_update (id) WHERE ended_by IS NULL;

CREATE INDEX action_update_ended ON action_update (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX action_update_made ON action_update (made_by);

CREATE UNIQUE INDEX action_update_public_id ON action_update (public_id) WHERE ended_by IS NULL;

CREATE TABLE action_waits (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    on_action_id INTEGER NOT NULL
) STRICT;

CREATE INDEX action_waits_action ON action_waits (plan_action_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX action_waits_current ON action_waits (id) WHERE ended_by IS NULL;

CREATE INDEX action_waits_ended ON action_waits (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX action_waits_made ON action_waits (made_by);

CREATE INDEX action_waits_on ON action_waits (on_action_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX action_waits_public_id ON action_waits (public_id) WHERE ended_by IS NULL;

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
, taken_back TEXT) STRICT;

CREATE UNIQUE INDEX agenda_item_current ON agenda_item (id) WHERE ended_by IS NULL;

CREATE INDEX agenda_item_ended ON agenda_item (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX agenda_item_made ON agenda_item (made_by);

CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX agenda_item_public_id ON agenda_item (public_id) WHERE ended_by IS NULL;

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
) STRICT;

CREATE UNIQUE INDEX annual_report_current ON annual_report (id) WHERE ended_by IS NULL;

CREATE INDEX annual_report_ended ON annual_report (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX annual_report_made ON annual_report (made_by);

CREATE INDEX annual_report_plan ON annual_report (plan_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX annual_report_public_id ON annual_report (public_id) WHERE ended_by IS NULL;

CREATE TABLE answer_draft (
    -- in order of its key
    key TEXT PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    code_hash TEXT,
    viewpoint TEXT NOT NULL,
    leader INTEGER NOT NULL,
    language TEXT NOT NULL,
    easy INTEGER NOT NULL,
    large INTEGER NOT NULL,
    people INTEGER NOT NULL,
    answers TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX answer_draft_code ON answer_draft (campaign_id, code_hash);

CREATE TABLE answer_sheet (
    -- in order of its key
    key TEXT PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    viewpoint TEXT NOT NULL,
    leader INTEGER NOT NULL,
    organisation_id INTEGER,
    locality_id INTEGER,
    way TEXT NOT NULL,
    formal INTEGER NOT NULL,
    people INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    answers TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_sheet_campaign ON answer_sheet (campaign_id, viewpoint, counted);

CREATE TABLE answer_text (
    -- in order of its key
    key TEXT PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    viewpoint TEXT NOT NULL,
    item TEXT NOT NULL,
    counted INTEGER NOT NULL,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_text_campaign ON answer_text (campaign_id, viewpoint, item);

CREATE TABLE area (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX area_current ON area (id) WHERE ended_by IS NULL;

CREATE INDEX area_ended ON area (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX area_made ON area (made_by);

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
) STRICT;

CREATE UNIQUE INDEX attendance_current ON attendance (id) WHERE ended_by IS NULL;

CREATE INDEX attendance_ended ON attendance (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX attendance_made ON attendance (made_by);

CREATE INDEX attendance_meeting ON attendance (meeting_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX attendance_public_id ON attendance (public_id) WHERE ended_by IS NULL;

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
) STRICT;

CREATE INDEX board_above ON board (reports_to_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX board_current ON board (id) WHERE ended_by IS NULL;

CREATE INDEX board_ended ON board (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX board_made ON board (made_by);

CREATE UNIQUE INDEX board_public_id ON board (public_id) WHERE ended_by IS NULL;

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
) STRICT;

CREATE INDEX board_seat_account ON board_seat (account_id) WHERE ended_by IS NULL AND account_id IS NOT NULL;

CREATE INDEX board_seat_board ON board_seat (board_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX board_seat_current ON board_seat (id) WHERE ended_by IS NULL;

CREATE INDEX board_seat_ended ON board_seat (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX board_seat_made ON board_seat (made_by);

CREATE UNIQUE INDEX board_seat_public_id ON board_seat (public_id) WHERE ended_by IS NULL;

CREATE TABLE budget_line (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    heading TEXT NOT NULL,
    year INTEGER NOT NULL,
    fund_id INTEGER,
    plan_action_id INTEGER,
    planned_pence INTEGER,
    committed_pence INTEGER,
    spent_pence INTEGER,
    forecast_pence INTEGER,
    words TEXT NOT NULL
) STRICT;

CREATE INDEX budget_line_action ON budget_line (plan_action_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX budget_line_current ON budget_line (id) WHERE ended_by IS NULL;

CREATE INDEX budget_line_ended ON budget_line (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX budget_line_fund ON budget_line (fund_id) WHERE ended_by IS NULL;

CREATE INDEX budget_line_made ON budget_line (made_by);

CREATE INDEX budget_line_plan ON budget_line (plan_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX budget_line_public_id ON budget_line (public_id) WHERE ended_by IS NULL;

CREATE TABLE calendar_feed (
    account_id INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    secret_hash TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX calendar_feed_secret ON calendar_feed (secret_hash);

CREATE TABLE campaign (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    name TEXT NOT NULL,
    instrument TEXT NOT NULL,
    instrument_version INTEGER NOT NULL,
    instrument_digest TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    stage TEXT NOT NULL,
    reader_account INTEGER,
    reader_name TEXT,
    reader_days INTEGER,
    before_id INTEGER,
    report_due_on TEXT
) STRICT;

CREATE UNIQUE INDEX campaign_current ON campaign (id) WHERE ended_by IS NULL;

CREATE INDEX campaign_ended ON campaign (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX campaign_made ON campaign (made_by);

CREATE UNIQUE INDEX campaign_public_id ON campaign (public_id) WHERE ended_by IS NULL;

CREATE TABLE campaign_answer_file (
    id INTEGER PRIMARY KEY,
    campaign_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    taken_on TEXT NOT NULL,
    lines INTEGER NOT NULL,
    known_by TEXT NOT NULL
) STRICT;

CREATE INDEX campaign_answer_file_campaign ON campaign_answer_file (campaign_id);

CREATE TABLE campaign_link (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    way TEXT NOT NULL,
    viewpoint TEXT NOT NULL,
    leader INTEGER,
    organisation_id INTEGER,
    locality_id INTEGER,
    formal INTEGER NOT NULL,
    words TEXT NOT NULL,
    email TEXT,
    account_id INTEGER,
    state TEXT NOT NULL,
    made_at TEXT NOT NULL,
    sent_on TEXT,
    reminded_on TEXT
) STRICT;

CREATE INDEX campaign_link_campaign ON campaign_link (campaign_id, way);

CREATE UNIQUE INDEX campaign_link_public_id ON campaign_link (public_id);

CREATE TABLE campaign_link_secret (
    token_hash TEXT PRIMARY KEY,
    link_id INTEGER NOT NULL REFERENCES campaign_link (id)
) STRICT;

CREATE INDEX campaign_link_secret_link ON campaign_link_secret (link_id);

CREATE TABLE campaign_priority (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    theme TEXT,
    title TEXT NOT NULL,
    why TEXT NOT NULL,
    place INTEGER NOT NULL
) STRICT;

CREATE INDEX campaign_priority_campaign ON campaign_priority (campaign_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX campaign_priority_current ON campaign_priority (id) WHERE ended_by IS NULL;

CREATE INDEX campaign_priority_ended ON campaign_priority (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX campaign_priority_made ON campaign_priority (made_by);

CREATE UNIQUE INDEX campaign_priority_public_id ON campaign_priority (public_id) WHERE ended_by IS NULL;

CREATE TABLE campaign_quota (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    campaign_id INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    responses INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX campaign_quota_current ON campaign_quota (id) WHERE ended_by IS NULL;

CREATE INDEX campaign_quota_ended ON campaign_quota (ended_by) WHERE ended_by IS NOT NULL;

CREATE UNIQUE INDEX campaign_quota_key ON campaign_quota (campaign_id, organisation_id) WHERE ended_by IS NULL;

CREATE INDEX campaign_quota_made ON campaign_quota (made_by);

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
) STRICT;

CREATE UNIQUE INDEX change_set_public_id ON change_set (public_id);

CREATE INDEX change_set_return ON change_set (return_id);

CREATE INDEX change_set_undoes ON change_set (undoes);

CREATE TABLE change_set_part (
    change_set_id INTEGER NOT NULL REFERENCES change_set (id),
    table_name TEXT NOT NULL,
    rows_made INTEGER NOT NULL,
    rows_ended INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (change_set_id, table_name)
) STRICT;

CREATE TABLE child_population (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    locality_id INTEGER,
    characteristic TEXT NOT NULL,
    code TEXT NOT NULL,
    children INTEGER NOT NULL,
    source TEXT NOT NULL,
    as_of TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX child_population_current ON child_population (id) WHERE ended_by IS NULL;

CREATE INDEX child_population_ended ON child_population (ended_by) WHERE ended_by IS NOT NULL;

CREATE UNIQUE INDEX child_population_key ON child_population (COALESCE(locality_id, 0), characteristic, code) WHERE ended_by IS NULL;

CREATE INDEX child_population_made ON child_population (made_by);

CREATE TABLE child_words (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    organisation_id INTEGER,
    locality_id INTEGER,
    link_words TEXT NOT NULL,
    item TEXT NOT NULL,
    words TEXT NOT NULL,
    received_at TEXT NOT NULL,
    seen_by INTEGER,
    seen_at TEXT,
    closed_by INTEGER,
    closed_at TEXT,
    concern INTEGER,
    outcome TEXT
) STRICT;

CREATE INDEX child_words_campaign ON child_words (campaign_id, closed_at);

CREATE UNIQUE INDEX child_words_public_id ON child_words (public_id);

CREATE TABLE cluster (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    locality_id INTEGER,
    from_on TEXT,
    until_on TEXT
) STRICT;

CREATE UNIQUE INDEX cluster_code ON cluster (code) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX cluster_current ON cluster (id) WHERE ended_by IS NULL;

CREATE INDEX cluster_ended ON cluster (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX cluster_made ON cluster (made_by);

CREATE UNIQUE INDEX cluster_public_id ON cluster (public_id) WHERE ended_by IS NULL;

CREATE TABLE cluster_setting (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    cluster_id INTEGER NOT NULL,
    setting_id INTEGER NOT NULL,
    from_on TEXT,
    until_on TEXT
) STRICT;

CREATE INDEX cluster_setting_by_cluster ON cluster_setting (cluster_id) WHERE ended_by IS NULL;

CREATE INDEX cluster_setting_by_setting ON cluster_setting (setting_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX cluster_setting_current ON cluster_setting (id) WHERE ended_by IS NULL;

CREATE INDEX cluster_setting_ended ON cluster_setting (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX cluster_setting_made ON cluster_setting (made_by);

CREATE UNIQUE INDEX cluster_setting_public_id ON cluster_setting (public_id) WHERE ended_by IS NULL;

CREATE TABLE consultation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    audience TEXT NOT NULL,
    groups TEXT NOT NULL,
    access_key TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX consultation_current ON consultation (id) WHERE ended_by IS NULL;

CREATE INDEX consultation_ended ON consultation (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX consultation_made ON consultation (made_by);

CREATE INDEX consultation_plan ON consultation (plan_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX consultation_public_id ON consultation (public_id) WHERE ended_by IS NULL;

CREATE TABLE consultation_answer (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    consultation_id INTEGER NOT NULL,
    about TEXT NOT NULL,
    said TEXT NOT NULL,
    did TEXT NOT NULL
) STRICT;

CREATE INDEX consultation_answer_consultation ON consultation_answer (consultation_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX consultation_answer_current ON consultation_answer (id) WHERE ended_by IS NULL;

CREATE INDEX consultation_answer_ended ON consultation_answer (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX consultation_answer_made ON consultation_answer (made_by);

CREATE UNIQUE INDEX consultation_answer_public_id ON consultation_answer (public_id) WHERE ended_by IS NULL;

CREATE TABLE consultation_comment (
    id INTEGER PRIMARY KEY,
    consultation_id INTEGER NOT NULL,
    about TEXT NOT NULL,
    voice TEXT NOT NULL,
    words TEXT NOT NULL,
    made_on TEXT NOT NULL
, taken_out_on TEXT) STRICT;

CREATE INDEX consultation_comment_of ON consultation_comment (consultation_id);

CREATE TABLE correction (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    asked_on TEXT NOT NULL,
    asked_by INTEGER NOT NULL,
    about TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    answered_on TEXT,
    answered_by INTEGER,
    answer TEXT
) STRICT;

CREATE INDEX correction_by_organisation ON correction (owner_id, state) WHERE ended_by IS NULL;

CREATE INDEX correction_by_record ON correction (subject_id);

CREATE UNIQUE INDEX correction_current ON correction (id) WHERE ended_by IS NULL;

CREATE INDEX correction_ended ON correction (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX correction_made ON correction (made_by);

CREATE UNIQUE INDEX correction_public_id ON correction (public_id) WHERE ended_by IS NULL;

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
) STRICT;

CREATE UNIQUE INDEX decision_option_current ON decision_option (id) WHERE ended_by IS NULL;

CREATE INDEX decision_option_ended ON decision_option (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX decision_option_item ON decision_option (agenda_item_id) WHERE ended_by IS NULL;

CREATE INDEX decision_option_made ON decision_option (made_by);

CREATE UNIQUE INDEX decision_option_public_id ON decision_option (public_id) WHERE ended_by IS NULL;

CREATE TABLE engagement (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    staff_record_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    started_on TEXT NOT NULL,
    ended_on TEXT
, origin TEXT, reason_for_leaving TEXT, destination TEXT) STRICT;

CREATE UNIQUE INDEX engagement_current ON engagement (id) WHERE ended_by IS NULL;

CREATE INDEX engagement_ended ON engagement (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX engagement_made ON engagement (made_by);

CREATE UNIQUE INDEX engagement_reference ON engagement (staff_record_id, reference) WHERE ended_by IS NULL AND reference <> 'erased';

CREATE INDEX engagement_versions ON engagement (staff_record_id);

CREATE TABLE engagement_terms (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    engagement_id INTEGER NOT NULL,
    from_on TEXT NOT NULL,
    setting_id INTEGER,
    locality_id INTEGER,
    role_list TEXT NOT NULL,
    role_code TEXT NOT NULL,
    sector TEXT NOT NULL,
    breadth TEXT NOT NULL,
    contract TEXT NOT NULL,
    fte INTEGER
, hours INTEGER, pattern TEXT, pay INTEGER, pay_period TEXT, terms_set TEXT, pension_scheme TEXT, manager TEXT, caseload INTEGER, seconded_from TEXT, seconded_to TEXT) STRICT;

CREATE UNIQUE INDEX engagement_terms_current ON engagement_terms (id) WHERE ended_by IS NULL;

CREATE INDEX engagement_terms_ended ON engagement_terms (ended_by) WHERE ended_by IS NOT NULL;

CREATE UNIQUE INDEX engagement_terms_from ON engagement_terms (engagement_id, from_on) WHERE ended_by IS NULL;

CREATE INDEX engagement_terms_made ON engagement_terms (made_by);

CREATE INDEX engagement_terms_versions ON engagement_terms (engagement_id);

CREATE TABLE erased_value (
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    leaf BLOB NOT NULL,
    erased_by INTEGER NOT NULL REFERENCES change_set (id),
    PRIMARY KEY (table_name, row_id, column_name)
) STRICT;

CREATE INDEX erased_value_erased_by ON erased_value (erased_by);

CREATE TABLE erasure (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    depth TEXT NOT NULL,
    ground TEXT NOT NULL,
    words TEXT NOT NULL,
    values_erased INTEGER NOT NULL,
    files_deleted INTEGER NOT NULL
) STRICT;

CREATE INDEX erasure_by_organisation ON erasure (owner_id);

CREATE INDEX erasure_by_record ON erasure (subject_id);

CREATE UNIQUE INDEX erasure_current ON erasure (id) WHERE ended_by IS NULL;

CREATE INDEX erasure_ended ON erasure (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX erasure_made ON erasure (made_by);

CREATE TABLE evidence (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    theme TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    shows TEXT NOT NULL,
    bearing TEXT NOT NULL,
    strength TEXT NOT NULL,
    confidentiality TEXT NOT NULL,
    source TEXT NOT NULL,
    dated_on TEXT,
    figure_path TEXT,
    figure_value TEXT,
    figure_as_of TEXT
) STRICT;

CREATE INDEX evidence_campaign ON evidence (campaign_id, theme) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX evidence_current ON evidence (id) WHERE ended_by IS NULL;

CREATE INDEX evidence_ended ON evidence (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX evidence_made ON evidence (made_by);

CREATE UNIQUE INDEX evidence_public_id ON evidence (public_id) WHERE ended_by IS NULL;

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
) STRICT;

CREATE UNIQUE INDEX follow_up_current ON follow_up (id) WHERE ended_by IS NULL;

CREATE INDEX follow_up_ended ON follow_up (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX follow_up_item ON follow_up (agenda_item_id) WHERE ended_by IS NULL;

CREATE INDEX follow_up_made ON follow_up (made_by);

CREATE UNIQUE INDEX follow_up_public_id ON follow_up (public_id) WHERE ended_by IS NULL;

CREATE TABLE form_key (
    key_hash TEXT PRIMARY KEY,
    used_at TEXT NOT NULL,
    outcome TEXT
) STRICT;

CREATE INDEX form_key_used ON form_key (used_at);

CREATE TABLE fund (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    giver TEXT NOT NULL,
    holder TEXT NOT NULL,
    conditions TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    amount_pence INTEGER,
    words TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX fund_current ON fund (id) WHERE ended_by IS NULL;

CREATE INDEX fund_ended ON fund (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX fund_made ON fund (made_by);

CREATE INDEX fund_plan ON fund (plan_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX fund_public_id ON fund (public_id) WHERE ended_by IS NULL;

CREATE TABLE half_sign_in (
    token_hash TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    ends_at TEXT NOT NULL
) STRICT;

CREATE TABLE handed_in (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    organisation_id INTEGER,
    account_id INTEGER,
    by_words TEXT NOT NULL,
    handed_in_at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_size INTEGER NOT NULL,
    state TEXT NOT NULL,
    format TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    can_take INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    writes INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    held INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    words TEXT NOT NULL,
    change_set_id INTEGER,
    undone_by INTEGER,
    job_public_id TEXT,
    version INTEGER NOT NULL
, act TEXT NOT NULL DEFAULT 'changes', about_from TEXT, about_to TEXT, last_day TEXT, source TEXT NOT NULL DEFAULT 'file', many_end INTEGER NOT NULL DEFAULT 0, purged_at TEXT, mapping TEXT, seem_held INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX handed_in_by_change_set ON handed_in (change_set_id);

CREATE INDEX handed_in_by_organisation ON handed_in (organisation_id, state);

CREATE INDEX handed_in_by_state ON handed_in (state);

CREATE TABLE handed_in_event (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    happened_at TEXT NOT NULL,
    account_id INTEGER,
    by_words TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (handed_in_id, number)
) STRICT;

CREATE TABLE handed_in_finding (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL, query TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT '', looks_at TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (handed_in_id, number)
) STRICT;

CREATE INDEX handed_in_finding_by_subject ON handed_in_finding (subject) WHERE subject <> '';

CREATE INDEX handed_in_finding_unkeyed ON handed_in_finding (handed_in_id) WHERE length(query) = 32;

CREATE TABLE handed_in_heading (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    heading TEXT NOT NULL,
    words TEXT NOT NULL,
    counted INTEGER NOT NULL,
    meaning TEXT NOT NULL,
    PRIMARY KEY (handed_in_id, number)
) STRICT;

CREATE TABLE handed_in_organisation (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    organisation_id INTEGER NOT NULL,
    rows_read INTEGER NOT NULL,
    can_take INTEGER NOT NULL,
    PRIMARY KEY (handed_in_id, organisation_id)
) STRICT;

CREATE INDEX handed_in_organisation_by_organisation ON handed_in_organisation (organisation_id);

CREATE TABLE handed_in_piece (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (handed_in_id, number)
) STRICT;

CREATE TABLE handed_in_rule (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    column_name TEXT NOT NULL,
    found INTEGER NOT NULL,
    first_lines TEXT NOT NULL,
    PRIMARY KEY (handed_in_id, number)
) STRICT;

CREATE TABLE handed_in_sample (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    heading_number INTEGER NOT NULL,
    number INTEGER NOT NULL,
    line INTEGER NOT NULL,
    subject TEXT NOT NULL,
    words TEXT NOT NULL, name TEXT,
    PRIMARY KEY (handed_in_id, heading_number, number)
) STRICT;

CREATE TABLE handed_on (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    campaign_priority_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    by_account_id INTEGER NOT NULL,
    handed_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT
) STRICT;

CREATE INDEX handed_on_account ON handed_on (account_id, state) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX handed_on_current ON handed_on (id) WHERE ended_by IS NULL;

CREATE INDEX handed_on_ended ON handed_on (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX handed_on_made ON handed_on (made_by);

CREATE UNIQUE INDEX handed_on_priority ON handed_on (campaign_priority_id) WHERE ended_by IS NULL;

CREATE TABLE inbox_message (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    words TEXT NOT NULL,
    path TEXT NOT NULL,
    read_at TEXT
, title TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT '', subject INTEGER NOT NULL DEFAULT 0, mail TEXT NOT NULL DEFAULT 'none', mail_due_at TEXT, mail_tries INTEGER NOT NULL DEFAULT 0, mail_words TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX inbox_message_account ON inbox_message (account_id, read_at);

CREATE INDEX inbox_message_mail ON inbox_message (mail, mail_due_at);

CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    invited_by INTEGER REFERENCES account (id),
    invited_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    accepted_at TEXT,
    withdrawn_at TEXT
) STRICT;

CREATE INDEX invitation_account ON invitation (account_id);

CREATE UNIQUE INDEX invitation_public_id ON invitation (public_id);

CREATE TABLE invitation_link (
    token_hash TEXT PRIMARY KEY,
    invitation_id INTEGER NOT NULL REFERENCES invitation (id),
    made_at TEXT NOT NULL,
    way TEXT NOT NULL
) STRICT;

CREATE INDEX invitation_link_invitation ON invitation_link (invitation_id);

CREATE TABLE job (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    payload TEXT NOT NULL,
    account_id INTEGER NOT NULL,
    path TEXT NOT NULL,
    state TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    leased_until TEXT,
    worker TEXT NOT NULL,
    tries_left INTEGER NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    words TEXT NOT NULL,
    cancel_asked INTEGER NOT NULL,
    reference TEXT NOT NULL
) STRICT;

CREATE INDEX job_account ON job (account_id, id);

CREATE UNIQUE INDEX job_public_id ON job (public_id);

CREATE INDEX job_state ON job (state, due_at);

CREATE TABLE job_schedule (
    kind TEXT PRIMARY KEY,
    queued_at TEXT NOT NULL
) STRICT;

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
) STRICT;

CREATE UNIQUE INDEX kept_paper_current ON kept_paper (id) WHERE ended_by IS NULL;

CREATE INDEX kept_paper_ended ON kept_paper (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX kept_paper_made ON kept_paper (made_by);

CREATE INDEX kept_paper_meeting ON kept_paper (meeting_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX kept_paper_public_id ON kept_paper (public_id) WHERE ended_by IS NULL;

CREATE TABLE kept_salt (
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    salt BLOB NOT NULL,
    PRIMARY KEY (table_name, row_id, column_name)
) STRICT;

CREATE TABLE locality (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX locality_code ON locality (code) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX locality_current ON locality (id) WHERE ended_by IS NULL;

CREATE INDEX locality_ended ON locality (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX locality_made ON locality (made_by);

CREATE UNIQUE INDEX locality_public_id ON locality (public_id) WHERE ended_by IS NULL;

CREATE TABLE mail_choice (
    account_id INTEGER NOT NULL,
    by_mail INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX mail_choice_account ON mail_choice (account_id);

CREATE TABLE mapping (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    version INTEGER NOT NULL,
    full_week INTEGER NOT NULL,
    retired_on TEXT
) STRICT;

CREATE INDEX mapping_by_organisation ON mapping (organisation_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX mapping_current ON mapping (id) WHERE ended_by IS NULL;

CREATE INDEX mapping_ended ON mapping (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX mapping_made ON mapping (made_by);

CREATE INDEX mapping_public_id ON mapping (public_id);

CREATE INDEX mapping_versions ON mapping (id);

CREATE TABLE mapping_column (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    mapping_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    header TEXT NOT NULL,
    target TEXT NOT NULL,
    reading TEXT NOT NULL,
    constant TEXT
) STRICT;

CREATE UNIQUE INDEX mapping_column_current ON mapping_column (id) WHERE ended_by IS NULL;

CREATE INDEX mapping_column_ended ON mapping_column (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX mapping_column_made ON mapping_column (made_by);

CREATE INDEX mapping_column_of ON mapping_column (mapping_id);

CREATE TABLE mapping_value (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    mapping_id INTEGER NOT NULL,
    header TEXT NOT NULL,
    value TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX mapping_value_current ON mapping_value (id) WHERE ended_by IS NULL;

CREATE INDEX mapping_value_ended ON mapping_value (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX mapping_value_made ON mapping_value (made_by);

CREATE INDEX mapping_value_of ON mapping_value (mapping_id);

CREATE TABLE measure_point (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_measure_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    on_day TEXT,
    thousandths INTEGER NOT NULL,
    qualifier TEXT NOT NULL,
    words TEXT NOT NULL,
    doubt TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX measure_point_current ON measure_point (id) WHERE ended_by IS NULL;

CREATE INDEX measure_point_ended ON measure_point (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX measure_point_made ON measure_point (made_by);

CREATE INDEX measure_point_measure ON measure_point (plan_measure_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX measure_point_public_id ON measure_point (public_id) WHERE ended_by IS NULL;

CREATE TABLE measure_source (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_measure_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    title TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX measure_source_current ON measure_source (id) WHERE ended_by IS NULL;

CREATE INDEX measure_source_ended ON measure_source (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX measure_source_made ON measure_source (made_by);

CREATE INDEX measure_source_measure ON measure_source (plan_measure_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX measure_source_public_id ON measure_source (public_id) WHERE ended_by IS NULL;

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
) STRICT;

CREATE INDEX meeting_board ON meeting (board_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX meeting_current ON meeting (id) WHERE ended_by IS NULL;

CREATE INDEX meeting_day ON meeting (held_on) WHERE ended_by IS NULL;

CREATE INDEX meeting_ended ON meeting (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX meeting_made ON meeting (made_by);

CREATE UNIQUE INDEX meeting_public_id ON meeting (public_id) WHERE ended_by IS NULL;

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;

CREATE TABLE milestone (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_action_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    due_on TEXT NOT NULL,
    done_on TEXT
) STRICT;

CREATE INDEX milestone_action ON milestone (plan_action_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX milestone_current ON milestone (id) WHERE ended_by IS NULL;

CREATE INDEX milestone_ended ON milestone (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX milestone_made ON milestone (made_by);

CREATE UNIQUE INDEX milestone_public_id ON milestone (public_id) WHERE ended_by IS NULL;

CREATE TABLE named_link (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    organisation_id INTEGER,
    setting_id INTEGER,
    cluster_id INTEGER,
    works_for INTEGER,
    staff_record_id INTEGER,
    contact_name TEXT,
    contact_job TEXT,
    contact_phone TEXT,
    contact_email TEXT,
    from_on TEXT,
    until_on TEXT
) STRICT;

CREATE INDEX named_link_by_cluster ON named_link (cluster_id) WHERE ended_by IS NULL;

CREATE INDEX named_link_by_organisation ON named_link (organisation_id) WHERE ended_by IS NULL;

CREATE INDEX named_link_by_setting ON named_link (setting_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX named_link_current ON named_link (id) WHERE ended_by IS NULL;

CREATE INDEX named_link_ended ON named_link (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX named_link_made ON named_link (made_by);

CREATE UNIQUE INDEX named_link_public_id ON named_link (public_id) WHERE ended_by IS NULL;

CREATE TABLE organisation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    sector TEXT NOT NULL,
    kind TEXT NOT NULL,
    ownership TEXT NOT NULL,
    expected_headcount INTEGER,
    opened_on TEXT,
    closed_on TEXT
, returns_every TEXT, contact_name TEXT, contact_job TEXT, contact_phone TEXT, contact_email TEXT) STRICT;

CREATE INDEX organisation_by_name ON organisation (name_key) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX organisation_code ON organisation (code) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX organisation_current ON organisation (id) WHERE ended_by IS NULL;

CREATE INDEX organisation_ended ON organisation (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX organisation_made ON organisation (made_by);

CREATE UNIQUE INDEX organisation_public_id ON organisation (public_id) WHERE ended_by IS NULL;

CREATE TABLE organisation_link (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    other_id INTEGER NOT NULL,
    from_on TEXT,
    until_on TEXT
) STRICT;

CREATE INDEX organisation_link_by_organisation ON organisation_link (organisation_id) WHERE ended_by IS NULL;

CREATE INDEX organisation_link_by_other ON organisation_link (other_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX organisation_link_current ON organisation_link (id) WHERE ended_by IS NULL;

CREATE INDEX organisation_link_ended ON organisation_link (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX organisation_link_made ON organisation_link (made_by);

CREATE UNIQUE INDEX organisation_link_public_id ON organisation_link (public_id) WHERE ended_by IS NULL;

CREATE TABLE own_term (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    term TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX own_term_current ON own_term (id) WHERE ended_by IS NULL;

CREATE INDEX own_term_ended ON own_term (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX own_term_made ON own_term (made_by);

CREATE UNIQUE INDEX own_term_public_id ON own_term (public_id) WHERE ended_by IS NULL;

CREATE TABLE plan (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    vision TEXT NOT NULL,
    from_day TEXT,
    until_day TEXT,
    under_plan_id INTEGER,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    replaces_plan_id INTEGER
) STRICT;

CREATE UNIQUE INDEX plan_current ON plan (id) WHERE ended_by IS NULL;

CREATE INDEX plan_ended ON plan (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX plan_made ON plan (made_by);

CREATE UNIQUE INDEX plan_public_id ON plan (public_id) WHERE ended_by IS NULL;

CREATE TABLE plan_action (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    plan_part_id INTEGER,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    owner TEXT NOT NULL,
    account_id INTEGER,
    lead TEXT NOT NULL,
    contributors TEXT NOT NULL,
    starts_on TEXT,
    due_on TEXT,
    done_on TEXT,
    cost_pence INTEGER,
    funding TEXT NOT NULL,
    told TEXT NOT NULL,
    place INTEGER NOT NULL
) STRICT;

CREATE INDEX plan_action_account ON plan_action (account_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX plan_action_current ON plan_action (id) WHERE ended_by IS NULL;

CREATE INDEX plan_action_ended ON plan_action (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX plan_action_made ON plan_action (made_by);

CREATE INDEX plan_action_plan ON plan_action (plan_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX plan_action_public_id ON plan_action (public_id) WHERE ended_by IS NULL;

CREATE TABLE plan_measure (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    words TEXT NOT NULL,
    better TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX plan_measure_current ON plan_measure (id) WHERE ended_by IS NULL;

CREATE INDEX plan_measure_ended ON plan_measure (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX plan_measure_made ON plan_measure (made_by);

CREATE INDEX plan_measure_plan ON plan_measure (plan_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX plan_measure_public_id ON plan_measure (public_id) WHERE ended_by IS NULL;

CREATE TABLE plan_part (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    under_part_id INTEGER,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    place INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX plan_part_current ON plan_part (id) WHERE ended_by IS NULL;

CREATE INDEX plan_part_ended ON plan_part (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX plan_part_made ON plan_part (made_by);

CREATE INDEX plan_part_plan ON plan_part (plan_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX plan_part_public_id ON plan_part (public_id) WHERE ended_by IS NULL;

CREATE TABLE plan_risk (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    cause TEXT NOT NULL,
    effect TEXT NOT NULL,
    owner TEXT NOT NULL,
    review_on TEXT,
    inherent_likelihood INTEGER,
    inherent_impact INTEGER,
    current_likelihood INTEGER,
    current_impact INTEGER,
    target_likelihood INTEGER,
    target_impact INTEGER
) STRICT;

CREATE UNIQUE INDEX plan_risk_current ON plan_risk (id) WHERE ended_by IS NULL;

CREATE INDEX plan_risk_ended ON plan_risk (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX plan_risk_made ON plan_risk (made_by);

CREATE INDEX plan_risk_plan ON plan_risk (plan_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX plan_risk_public_id ON plan_risk (public_id) WHERE ended_by IS NULL;

CREATE TABLE position_confirmation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    campaign_id INTEGER NOT NULL,
    confirmed_by TEXT NOT NULL,
    confirmed_on TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX position_confirmation_campaign ON position_confirmation (campaign_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX position_confirmation_current ON position_confirmation (id) WHERE ended_by IS NULL;

CREATE INDEX position_confirmation_ended ON position_confirmation (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX position_confirmation_made ON position_confirmation (made_by);

CREATE TABLE post (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    setting_id INTEGER,
    locality_id INTEGER,
    role_list TEXT NOT NULL,
    role_code TEXT NOT NULL,
    contract TEXT NOT NULL,
    fte INTEGER,
    opened_on TEXT,
    closed_on TEXT
) STRICT;

CREATE UNIQUE INDEX post_current ON post (id) WHERE ended_by IS NULL;

CREATE INDEX post_ended ON post (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX post_made ON post (made_by);

CREATE UNIQUE INDEX post_public_id ON post (public_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX post_reference ON post (organisation_id, reference) WHERE ended_by IS NULL;

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
) STRICT;

CREATE UNIQUE INDEX published_report_current ON published_report (id) WHERE ended_by IS NULL;

CREATE INDEX published_report_ended ON published_report (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX published_report_made ON published_report (made_by);

CREATE UNIQUE INDEX published_report_public_id ON published_report (public_id) WHERE ended_by IS NULL;

CREATE INDEX published_report_report ON published_report (annual_report_id) WHERE ended_by IS NULL;

CREATE TABLE query_answer (
    query TEXT PRIMARY KEY,
    rule TEXT NOT NULL,
    words TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    account_id INTEGER,
    by_words TEXT NOT NULL,
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id)
) STRICT;

CREATE INDEX query_answer_by_return ON query_answer (handed_in_id);

CREATE TABLE query_mended (
    handed_in_id INTEGER NOT NULL REFERENCES handed_in (id),
    number INTEGER NOT NULL,
    mended_by INTEGER NOT NULL REFERENCES handed_in (id),
    PRIMARY KEY (handed_in_id, number)
) STRICT;

CREATE INDEX query_mended_by_return ON query_mended (mended_by);

CREATE TABLE reach_message (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    link TEXT NOT NULL,
    due_on TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX reach_message_current ON reach_message (id) WHERE ended_by IS NULL;

CREATE INDEX reach_message_ended ON reach_message (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX reach_message_made ON reach_message (made_by);

CREATE UNIQUE INDEX reach_message_public_id ON reach_message (public_id) WHERE ended_by IS NULL;

CREATE TABLE reach_telling (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    reach_message_id INTEGER NOT NULL,
    organisation_id INTEGER NOT NULL,
    told_on TEXT NOT NULL,
    way TEXT NOT NULL,
    staff INTEGER NOT NULL,
    evidence TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX reach_telling_current ON reach_telling (id) WHERE ended_by IS NULL;

CREATE INDEX reach_telling_ended ON reach_telling (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX reach_telling_made ON reach_telling (made_by);

CREATE UNIQUE INDEX reach_telling_organisation ON reach_telling (reach_message_id, organisation_id) WHERE ended_by IS NULL;

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
) STRICT;

CREATE INDEX read_entry_account ON read_entry (account_id, number);

CREATE TABLE read_record (
    staff_record TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (staff_record, number)
) STRICT;

CREATE INDEX read_record_number ON read_record (number);

CREATE TABLE recommendation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    source TEXT NOT NULL,
    given_on TEXT,
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    stand TEXT NOT NULL,
    reason TEXT NOT NULL,
    owner TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX recommendation_current ON recommendation (id) WHERE ended_by IS NULL;

CREATE INDEX recommendation_ended ON recommendation (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX recommendation_made ON recommendation (made_by);

CREATE UNIQUE INDEX recommendation_public_id ON recommendation (public_id) WHERE ended_by IS NULL;

CREATE TABLE recovery_code (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    used_at TEXT
) STRICT;

CREATE INDEX recovery_code_account ON recovery_code (account_id);

CREATE TABLE register_number (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    setting_id INTEGER,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT
) STRICT;

CREATE INDEX register_number_by_number ON register_number (kind, number) WHERE ended_by IS NULL;

CREATE INDEX register_number_by_organisation ON register_number (organisation_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX register_number_current ON register_number (id) WHERE ended_by IS NULL;

CREATE INDEX register_number_ended ON register_number (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX register_number_made ON register_number (made_by);

CREATE UNIQUE INDEX register_number_public_id ON register_number (public_id) WHERE ended_by IS NULL;

CREATE TABLE report_sending (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    campaign_id INTEGER NOT NULL,
    sent_on TEXT NOT NULL,
    sent_to TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX report_sending_campaign ON report_sending (campaign_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX report_sending_current ON report_sending (id) WHERE ended_by IS NULL;

CREATE INDEX report_sending_ended ON report_sending (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX report_sending_made ON report_sending (made_by);

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
) STRICT;

CREATE UNIQUE INDEX report_words_current ON report_words (id) WHERE ended_by IS NULL;

CREATE INDEX report_words_ended ON report_words (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX report_words_made ON report_words (made_by);

CREATE UNIQUE INDEX report_words_public_id ON report_words (public_id) WHERE ended_by IS NULL;

CREATE INDEX report_words_report ON report_words (annual_report_id) WHERE ended_by IS NULL;

CREATE TABLE retention_run (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    rule TEXT NOT NULL,
    period TEXT NOT NULL,
    before_day TEXT NOT NULL,
    done INTEGER NOT NULL,
    passed_over INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX retention_run_current ON retention_run (id) WHERE ended_by IS NULL;

CREATE INDEX retention_run_ended ON retention_run (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX retention_run_made ON retention_run (made_by);

CREATE TABLE return_chase (
    id INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    account_id INTEGER REFERENCES account (id),
    told INTEGER NOT NULL
) STRICT;

CREATE INDEX return_chase_organisation ON return_chase (organisation_id);

CREATE TABLE risk_control (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_risk_id INTEGER NOT NULL,
    words TEXT NOT NULL,
    owner TEXT NOT NULL,
    strength TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX risk_control_current ON risk_control (id) WHERE ended_by IS NULL;

CREATE INDEX risk_control_ended ON risk_control (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX risk_control_made ON risk_control (made_by);

CREATE UNIQUE INDEX risk_control_public_id ON risk_control (public_id) WHERE ended_by IS NULL;

CREATE INDEX risk_control_risk ON risk_control (plan_risk_id) WHERE ended_by IS NULL;

CREATE TABLE risk_escalation (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_risk_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    to_whom TEXT NOT NULL,
    made_on TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX risk_escalation_current ON risk_escalation (id) WHERE ended_by IS NULL;

CREATE INDEX risk_escalation_ended ON risk_escalation (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX risk_escalation_made ON risk_escalation (made_by);

CREATE UNIQUE INDEX risk_escalation_public_id ON risk_escalation (public_id) WHERE ended_by IS NULL;

CREATE INDEX risk_escalation_risk ON risk_escalation (plan_risk_id) WHERE ended_by IS NULL;

CREATE TABLE risk_review (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    plan_risk_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    made_on TEXT NOT NULL,
    words TEXT NOT NULL,
    likelihood INTEGER,
    impact INTEGER
) STRICT;

CREATE UNIQUE INDEX risk_review_current ON risk_review (id) WHERE ended_by IS NULL;

CREATE INDEX risk_review_ended ON risk_review (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX risk_review_made ON risk_review (made_by);

CREATE UNIQUE INDEX risk_review_public_id ON risk_review (public_id) WHERE ended_by IS NULL;

CREATE INDEX risk_review_risk ON risk_review (plan_risk_id) WHERE ended_by IS NULL;

CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    query TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX saved_view_name ON saved_view (account_id, name);

CREATE UNIQUE INDEX saved_view_public_id ON saved_view (public_id);

CREATE TABLE second_step (
    account_id INTEGER NOT NULL REFERENCES account (id),
    secret BLOB NOT NULL,
    begun_at TEXT NOT NULL,
    confirmed_at TEXT,
    last_step INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX second_step_account ON second_step (account_id);

CREATE TABLE setting (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    locality_id INTEGER,
    postcode TEXT,
    opened_on TEXT,
    closed_on TEXT
, tier TEXT, places INTEGER, deprivation_band TEXT) STRICT;

CREATE INDEX setting_by_locality ON setting (locality_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX setting_code ON setting (organisation_id, code) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX setting_current ON setting (id) WHERE ended_by IS NULL;

CREATE INDEX setting_ended ON setting (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX setting_made ON setting (made_by);

CREATE UNIQUE INDEX setting_public_id ON setting (public_id) WHERE ended_by IS NULL;

CREATE TABLE sharing_agreement (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    owner_id INTEGER NOT NULL,
    with_id INTEGER NOT NULL,
    parts TEXT NOT NULL,
    purpose TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT
) STRICT;

CREATE UNIQUE INDEX sharing_agreement_current ON sharing_agreement (id) WHERE ended_by IS NULL;

CREATE INDEX sharing_agreement_ended ON sharing_agreement (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX sharing_agreement_made ON sharing_agreement (made_by);

CREATE UNIQUE INDEX sharing_agreement_public_id ON sharing_agreement (public_id) WHERE ended_by IS NULL;

CREATE INDEX sharing_agreement_with ON sharing_agreement (with_id) WHERE ended_by IS NULL;

CREATE TABLE sign_in_code (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    used_at TEXT
) STRICT;

CREATE INDEX sign_in_code_account ON sign_in_code (account_id);

CREATE UNIQUE INDEX sign_in_code_hash ON sign_in_code (code_hash);

CREATE TABLE sign_in_failure (
    subject TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TEXT NOT NULL,
    free_at TEXT NOT NULL
) STRICT;

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
) STRICT;

CREATE INDEX staff_fact_by_code ON staff_fact (kind, code) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX staff_fact_current ON staff_fact (id) WHERE ended_by IS NULL;

CREATE INDEX staff_fact_ended ON staff_fact (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX staff_fact_made ON staff_fact (made_by);

CREATE INDEX staff_fact_versions ON staff_fact (staff_record_id);

CREATE TABLE staff_record (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    given_name TEXT,
    family_name TEXT,
    name_key TEXT,
    birth_date TEXT,
    national_insurance BLOB,
    national_insurance_index BLOB
, sex TEXT, ethnicity TEXT, disability TEXT) STRICT;

CREATE INDEX staff_record_by_number ON staff_record (national_insurance_index) WHERE ended_by IS NULL AND national_insurance_index IS NOT NULL;

CREATE UNIQUE INDEX staff_record_current ON staff_record (id) WHERE ended_by IS NULL;

CREATE INDEX staff_record_ended ON staff_record (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX staff_record_in_order ON staff_record ((CASE WHEN name_key > '  ' THEN 0 ELSE 1 END), name_key, id) WHERE ended_by IS NULL;

CREATE INDEX staff_record_made ON staff_record (made_by);

CREATE INDEX staff_record_public_id ON staff_record (public_id);

CREATE UNIQUE INDEX staff_record_reference ON staff_record (organisation_id, reference) WHERE ended_by IS NULL AND reference <> 'erased';

CREATE INDEX staff_record_versions ON staff_record (id);

CREATE TABLE support (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    campaign_priority_id INTEGER,
    asked_of TEXT NOT NULL,
    what TEXT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL,
    promised TEXT NOT NULL,
    promised_on TEXT,
    outcome TEXT NOT NULL
) STRICT;

CREATE INDEX support_campaign ON support (campaign_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX support_current ON support (id) WHERE ended_by IS NULL;

CREATE INDEX support_ended ON support (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX support_made ON support (made_by);

CREATE UNIQUE INDEX support_public_id ON support (public_id) WHERE ended_by IS NULL;

CREATE TABLE team (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    led_by INTEGER,
    locality_id INTEGER,
    from_on TEXT,
    until_on TEXT
) STRICT;

CREATE INDEX team_by_leader ON team (led_by) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX team_code ON team (code) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX team_current ON team (id) WHERE ended_by IS NULL;

CREATE INDEX team_ended ON team (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX team_made ON team (made_by);

CREATE UNIQUE INDEX team_public_id ON team (public_id) WHERE ended_by IS NULL;

CREATE TABLE team_member (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    team_id INTEGER NOT NULL,
    standing TEXT NOT NULL,
    organisation_id INTEGER,
    staff_record_id INTEGER,
    contact_name TEXT,
    contact_job TEXT,
    contact_phone TEXT,
    contact_email TEXT,
    from_on TEXT,
    until_on TEXT
) STRICT;

CREATE INDEX team_member_by_organisation ON team_member (organisation_id) WHERE ended_by IS NULL;

CREATE INDEX team_member_by_team ON team_member (team_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX team_member_current ON team_member (id) WHERE ended_by IS NULL;

CREATE INDEX team_member_ended ON team_member (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX team_member_made ON team_member (made_by);

CREATE UNIQUE INDEX team_member_public_id ON team_member (public_id) WHERE ended_by IS NULL;

CREATE TABLE theme_finding (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    theme TEXT NOT NULL,
    agreed_halves INTEGER,
    reason TEXT NOT NULL,
    strengths TEXT NOT NULL,
    barriers TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX theme_finding_current ON theme_finding (id) WHERE ended_by IS NULL;

CREATE INDEX theme_finding_ended ON theme_finding (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX theme_finding_made ON theme_finding (made_by);

CREATE UNIQUE INDEX theme_finding_public_id ON theme_finding (public_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX theme_finding_theme ON theme_finding (campaign_id, theme) WHERE ended_by IS NULL;

CREATE TABLE vacancy (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    organisation_id INTEGER NOT NULL,
    reference TEXT NOT NULL,
    post_id INTEGER,
    setting_id INTEGER,
    locality_id INTEGER,
    role_list TEXT NOT NULL,
    role_code TEXT NOT NULL,
    contract TEXT NOT NULL,
    fte INTEGER,
    vacant_from TEXT NOT NULL,
    advertised_on TEXT,
    offered_on TEXT,
    filled_on TEXT,
    closed_on TEXT,
    hard_to_fill TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX vacancy_current ON vacancy (id) WHERE ended_by IS NULL;

CREATE INDEX vacancy_ended ON vacancy (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX vacancy_made ON vacancy (made_by);

CREATE UNIQUE INDEX vacancy_public_id ON vacancy (public_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX vacancy_reference ON vacancy (organisation_id, reference) WHERE ended_by IS NULL;

CREATE TABLE workshop (
    row_id INTEGER PRIMARY KEY,
    id INTEGER NOT NULL,
    made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id),
    salt BLOB,
    digest BLOB NOT NULL,
    public_id TEXT NOT NULL,
    campaign_id INTEGER NOT NULL,
    held_on TEXT NOT NULL,
    facilitator TEXT NOT NULL,
    participants TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX workshop_campaign ON workshop (campaign_id) WHERE ended_by IS NULL;

CREATE UNIQUE INDEX workshop_current ON workshop (id) WHERE ended_by IS NULL;

CREATE INDEX workshop_ended ON workshop (ended_by) WHERE ended_by IS NOT NULL;

CREATE INDEX workshop_made ON workshop (made_by);

CREATE UNIQUE INDEX workshop_public_id ON workshop (public_id) WHERE ended_by IS NULL;

