-- Written by ./dev golden from the migrations; compared by db_test. Not read by the program.

TABLE account
    id bigint NOT NULL IDENTITY
    public_id text NOT NULL
    email text NOT NULL
    name text NOT NULL
    password_hash text
    opened_at text NOT NULL
    closed_at text
    signed_in_at text
    account_pkey: PRIMARY KEY (id)
    CREATE UNIQUE INDEX account_email ON account USING btree (email)
    CREATE UNIQUE INDEX account_pkey ON account USING btree (id)
    CREATE UNIQUE INDEX account_public_id ON account USING btree (public_id)

TABLE account_event
    id bigint NOT NULL IDENTITY
    account_id bigint NOT NULL
    at text NOT NULL
    by_account bigint
    by_words text NOT NULL
    what text NOT NULL
    detail text NOT NULL
    reason text NOT NULL DEFAULT ''::text
    account_event_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    account_event_by_account_fkey: FOREIGN KEY (by_account) REFERENCES account(id)
    account_event_pkey: PRIMARY KEY (id)
    CREATE INDEX account_event_account ON account_event USING btree (account_id)
    CREATE INDEX account_event_at ON account_event USING btree (at)
    CREATE UNIQUE INDEX account_event_pkey ON account_event USING btree (id)

TABLE account_grant
    id bigint NOT NULL IDENTITY
    account_id bigint NOT NULL
    role text NOT NULL
    scope_kind text NOT NULL
    scope_key bigint NOT NULL
    from_on text NOT NULL
    to_on text
    given_at text NOT NULL
    account_grant_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    account_grant_pkey: PRIMARY KEY (id)
    CREATE INDEX account_grant_account ON account_grant USING btree (account_id)
    CREATE UNIQUE INDEX account_grant_pkey ON account_grant USING btree (id)

TABLE account_session
    id bigint NOT NULL IDENTITY
    account_id bigint NOT NULL
    token_hash text NOT NULL
    started_at text NOT NULL
    used_at text NOT NULL
    second_step bigint NOT NULL DEFAULT 0
    account_session_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    account_session_pkey: PRIMARY KEY (id)
    CREATE INDEX account_session_account ON account_session USING btree (account_id)
    CREATE UNIQUE INDEX account_session_pkey ON account_session USING btree (id)
    CREATE UNIQUE INDEX account_session_token ON account_session USING btree (token_hash)

TABLE action_answers
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_action_id bigint NOT NULL
    finding text NOT NULL
    title text NOT NULL
    since text NOT NULL
    action_answers_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    action_answers_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    action_answers_pkey: PRIMARY KEY (row_id)
    CREATE INDEX action_answers_action ON action_answers USING btree (plan_action_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX action_answers_current ON action_answers USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX action_answers_ended ON action_answers USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX action_answers_finding ON action_answers USING btree (finding) WHERE (ended_by IS NULL)
    CREATE INDEX action_answers_made ON action_answers USING btree (made_by)
    CREATE UNIQUE INDEX action_answers_pkey ON action_answers USING btree (row_id)
    CREATE UNIQUE INDEX action_answers_public_id ON action_answers USING btree (public_id) WHERE (ended_by IS NULL)

TABLE action_chase
    id bigint NOT NULL IDENTITY
    plan_action_id bigint NOT NULL
    account_id bigint NOT NULL
    at text NOT NULL
    action_chase_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    action_chase_pkey: PRIMARY KEY (id)
    CREATE INDEX action_chase_action ON action_chase USING btree (plan_action_id)
    CREATE UNIQUE INDEX action_chase_pkey ON action_chase USING btree (id)

TABLE action_serves
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_action_id bigint NOT NULL
    plan_part_id bigint NOT NULL
    action_serves_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    action_serves_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    action_serves_pkey: PRIMARY KEY (row_id)
    CREATE INDEX action_serves_action ON action_serves USING btree (plan_action_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX action_serves_current ON action_serves USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX action_serves_ended ON action_serves USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX action_serves_made ON action_serves USING btree (made_by)
    CREATE INDEX action_serves_part ON action_serves USING btree (plan_part_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX action_serves_pkey ON action_serves USING btree (row_id)
    CREATE UNIQUE INDEX action_serves_public_id ON action_serves USING btree (public_id) WHERE (ended_by IS NULL)

TABLE action_shown_by
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_action_id bigint NOT NULL
    plan_measure_id bigint NOT NULL
    action_shown_by_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    action_shown_by_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    action_shown_by_pkey: PRIMARY KEY (row_id)
    CREATE INDEX action_shown_by_action ON action_shown_by USING btree (plan_action_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX action_shown_by_current ON action_shown_by USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX action_shown_by_ended ON action_shown_by USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX action_shown_by_made ON action_shown_by USING btree (made_by)
    CREATE INDEX action_shown_by_measure ON action_shown_by USING btree (plan_measure_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX action_shown_by_pkey ON action_shown_by USING btree (row_id)
    CREATE UNIQUE INDEX action_shown_by_public_id ON action_shown_by USING btree (public_id) WHERE (ended_by IS NULL)

TABLE action_update
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_action_id bigint NOT NULL
    account_id bigint NOT NULL
    made_on text NOT NULL
    words text NOT NULL
    says text
    reason text NOT NULL
    evidence text NOT NULL
    action_update_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    action_update_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    action_update_pkey: PRIMARY KEY (row_id)
    CREATE INDEX action_update_action ON action_update USING btree (plan_action_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX action_update_current ON action_update USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX action_update_ended ON action_update USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX action_update_made ON action_update USING btree (made_by)
    CREATE UNIQUE INDEX action_update_pkey ON action_update USING btree (row_id)
    CREATE UNIQUE INDEX action_update_public_id ON action_update USING btree (public_id) WHERE (ended_by IS NULL)

TABLE action_waits
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_action_id bigint NOT NULL
    on_action_id bigint NOT NULL
    action_waits_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    action_waits_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    action_waits_pkey: PRIMARY KEY (row_id)
    CREATE INDEX action_waits_action ON action_waits USING btree (plan_action_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX action_waits_current ON action_waits USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX action_waits_ended ON action_waits USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX action_waits_made ON action_waits USING btree (made_by)
    CREATE INDEX action_waits_on ON action_waits USING btree (on_action_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX action_waits_pkey ON action_waits USING btree (row_id)
    CREATE UNIQUE INDEX action_waits_public_id ON action_waits USING btree (public_id) WHERE (ended_by IS NULL)

TABLE agenda_item
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    meeting_id bigint NOT NULL
    place bigint NOT NULL
    title text NOT NULL
    wanted text NOT NULL
    words text NOT NULL
    about text NOT NULL
    decision text NOT NULL
    decided_on text
    decision_option_id bigint
    taken_back text
    agenda_item_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    agenda_item_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    agenda_item_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX agenda_item_current ON agenda_item USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX agenda_item_ended ON agenda_item USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX agenda_item_made ON agenda_item USING btree (made_by)
    CREATE INDEX agenda_item_meeting ON agenda_item USING btree (meeting_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX agenda_item_pkey ON agenda_item USING btree (row_id)
    CREATE UNIQUE INDEX agenda_item_public_id ON agenda_item USING btree (public_id) WHERE (ended_by IS NULL)

TABLE annual_report
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_id bigint NOT NULL
    name text NOT NULL
    from_day text NOT NULL
    as_of text NOT NULL
    annual_report_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    annual_report_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    annual_report_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX annual_report_current ON annual_report USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX annual_report_ended ON annual_report USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX annual_report_made ON annual_report USING btree (made_by)
    CREATE UNIQUE INDEX annual_report_pkey ON annual_report USING btree (row_id)
    CREATE INDEX annual_report_plan ON annual_report USING btree (plan_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX annual_report_public_id ON annual_report USING btree (public_id) WHERE (ended_by IS NULL)

TABLE answer_draft
    key text NOT NULL
    campaign_id bigint NOT NULL
    code_hash text
    viewpoint text NOT NULL
    leader bigint NOT NULL
    language text NOT NULL
    easy bigint NOT NULL
    large bigint NOT NULL
    people bigint NOT NULL
    answers text NOT NULL
    answer_draft_pkey: PRIMARY KEY (key)
    CREATE UNIQUE INDEX answer_draft_code ON answer_draft USING btree (campaign_id, code_hash)
    CREATE UNIQUE INDEX answer_draft_pkey ON answer_draft USING btree (key)

TABLE answer_sheet
    key text NOT NULL
    campaign_id bigint NOT NULL
    viewpoint text NOT NULL
    leader bigint NOT NULL
    organisation_id bigint
    locality_id bigint
    way text NOT NULL
    formal bigint NOT NULL
    people bigint NOT NULL
    counted bigint NOT NULL
    answers text NOT NULL
    answer_sheet_pkey: PRIMARY KEY (key)
    CREATE INDEX answer_sheet_campaign ON answer_sheet USING btree (campaign_id, viewpoint, counted)
    CREATE UNIQUE INDEX answer_sheet_pkey ON answer_sheet USING btree (key)

TABLE answer_text
    key text NOT NULL
    campaign_id bigint NOT NULL
    viewpoint text NOT NULL
    item text NOT NULL
    counted bigint NOT NULL
    words text NOT NULL
    answer_text_pkey: PRIMARY KEY (key)
    CREATE INDEX answer_text_campaign ON answer_text USING btree (campaign_id, viewpoint, item)
    CREATE UNIQUE INDEX answer_text_pkey ON answer_text USING btree (key)

TABLE area
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    name text NOT NULL
    area_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    area_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    area_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX area_current ON area USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX area_ended ON area USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX area_made ON area USING btree (made_by)
    CREATE UNIQUE INDEX area_pkey ON area USING btree (row_id)

TABLE attendance
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    meeting_id bigint NOT NULL
    board_seat_id bigint NOT NULL
    came text NOT NULL
    words text NOT NULL
    attendance_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    attendance_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    attendance_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX attendance_current ON attendance USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX attendance_ended ON attendance USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX attendance_made ON attendance USING btree (made_by)
    CREATE INDEX attendance_meeting ON attendance USING btree (meeting_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX attendance_pkey ON attendance USING btree (row_id)
    CREATE UNIQUE INDEX attendance_public_id ON attendance USING btree (public_id) WHERE (ended_by IS NULL)

TABLE board
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    name text NOT NULL
    purpose text NOT NULL
    reports_to_id bigint
    plan_name text NOT NULL
    rhythm text NOT NULL
    ended_on text
    board_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    board_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    board_pkey: PRIMARY KEY (row_id)
    CREATE INDEX board_above ON board USING btree (reports_to_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX board_current ON board USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX board_ended ON board USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX board_made ON board USING btree (made_by)
    CREATE UNIQUE INDEX board_pkey ON board USING btree (row_id)
    CREATE UNIQUE INDEX board_public_id ON board USING btree (public_id) WHERE (ended_by IS NULL)

TABLE board_seat
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    board_id bigint NOT NULL
    section text NOT NULL
    role text NOT NULL
    organisation text NOT NULL
    kind text NOT NULL
    number bigint NOT NULL
    filled text NOT NULL
    account_id bigint
    board_seat_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    board_seat_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    board_seat_pkey: PRIMARY KEY (row_id)
    CREATE INDEX board_seat_account ON board_seat USING btree (account_id) WHERE ((ended_by IS NULL) AND (account_id IS NOT NULL))
    CREATE INDEX board_seat_board ON board_seat USING btree (board_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX board_seat_current ON board_seat USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX board_seat_ended ON board_seat USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX board_seat_made ON board_seat USING btree (made_by)
    CREATE UNIQUE INDEX board_seat_pkey ON board_seat USING btree (row_id)
    CREATE UNIQUE INDEX board_seat_public_id ON board_seat USING btree (public_id) WHERE (ended_by IS NULL)

TABLE budget_line
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_id bigint NOT NULL
    heading text NOT NULL
    year bigint NOT NULL
    fund_id bigint
    plan_action_id bigint
    planned_pence bigint
    committed_pence bigint
    spent_pence bigint
    forecast_pence bigint
    words text NOT NULL
    budget_line_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    budget_line_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    budget_line_pkey: PRIMARY KEY (row_id)
    CREATE INDEX budget_line_action ON budget_line USING btree (plan_action_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX budget_line_current ON budget_line USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX budget_line_ended ON budget_line USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX budget_line_fund ON budget_line USING btree (fund_id) WHERE (ended_by IS NULL)
    CREATE INDEX budget_line_made ON budget_line USING btree (made_by)
    CREATE UNIQUE INDEX budget_line_pkey ON budget_line USING btree (row_id)
    CREATE INDEX budget_line_plan ON budget_line USING btree (plan_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX budget_line_public_id ON budget_line USING btree (public_id) WHERE (ended_by IS NULL)

TABLE calendar_feed
    account_id bigint NOT NULL IDENTITY
    secret_hash text NOT NULL
    calendar_feed_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    calendar_feed_pkey: PRIMARY KEY (account_id)
    CREATE UNIQUE INDEX calendar_feed_pkey ON calendar_feed USING btree (account_id)
    CREATE UNIQUE INDEX calendar_feed_secret ON calendar_feed USING btree (secret_hash)

TABLE campaign
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    name text NOT NULL
    instrument text NOT NULL
    instrument_version bigint NOT NULL
    instrument_digest text NOT NULL
    opens_on text NOT NULL
    closes_on text NOT NULL
    stage text NOT NULL
    reader_account bigint
    reader_name text
    reader_days bigint
    before_id bigint
    report_due_on text
    campaign_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    campaign_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    campaign_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX campaign_current ON campaign USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX campaign_ended ON campaign USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX campaign_made ON campaign USING btree (made_by)
    CREATE UNIQUE INDEX campaign_pkey ON campaign USING btree (row_id)
    CREATE UNIQUE INDEX campaign_public_id ON campaign USING btree (public_id) WHERE (ended_by IS NULL)

TABLE campaign_answer_file
    id bigint NOT NULL IDENTITY
    campaign_id bigint NOT NULL
    account_id bigint NOT NULL
    taken_on text NOT NULL
    lines bigint NOT NULL
    known_by text NOT NULL
    campaign_answer_file_pkey: PRIMARY KEY (id)
    CREATE INDEX campaign_answer_file_campaign ON campaign_answer_file USING btree (campaign_id)
    CREATE UNIQUE INDEX campaign_answer_file_pkey ON campaign_answer_file USING btree (id)

TABLE campaign_link
    id bigint NOT NULL IDENTITY
    public_id text NOT NULL
    campaign_id bigint NOT NULL
    way text NOT NULL
    viewpoint text NOT NULL
    leader bigint
    organisation_id bigint
    locality_id bigint
    formal bigint NOT NULL
    words text NOT NULL
    email text
    account_id bigint
    state text NOT NULL
    made_at text NOT NULL
    sent_on text
    reminded_on text
    campaign_link_pkey: PRIMARY KEY (id)
    CREATE INDEX campaign_link_campaign ON campaign_link USING btree (campaign_id, way)
    CREATE UNIQUE INDEX campaign_link_pkey ON campaign_link USING btree (id)
    CREATE UNIQUE INDEX campaign_link_public_id ON campaign_link USING btree (public_id)

TABLE campaign_link_secret
    token_hash text NOT NULL
    link_id bigint NOT NULL
    campaign_link_secret_link_id_fkey: FOREIGN KEY (link_id) REFERENCES campaign_link(id)
    campaign_link_secret_pkey: PRIMARY KEY (token_hash)
    CREATE INDEX campaign_link_secret_link ON campaign_link_secret USING btree (link_id)
    CREATE UNIQUE INDEX campaign_link_secret_pkey ON campaign_link_secret USING btree (token_hash)

TABLE campaign_priority
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    campaign_id bigint NOT NULL
    kind text NOT NULL
    theme text
    title text NOT NULL
    why text NOT NULL
    place bigint NOT NULL
    campaign_priority_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    campaign_priority_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    campaign_priority_pkey: PRIMARY KEY (row_id)
    CREATE INDEX campaign_priority_campaign ON campaign_priority USING btree (campaign_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX campaign_priority_current ON campaign_priority USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX campaign_priority_ended ON campaign_priority USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX campaign_priority_made ON campaign_priority USING btree (made_by)
    CREATE UNIQUE INDEX campaign_priority_pkey ON campaign_priority USING btree (row_id)
    CREATE UNIQUE INDEX campaign_priority_public_id ON campaign_priority USING btree (public_id) WHERE (ended_by IS NULL)

TABLE campaign_quota
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    campaign_id bigint NOT NULL
    organisation_id bigint NOT NULL
    responses bigint NOT NULL
    campaign_quota_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    campaign_quota_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    campaign_quota_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX campaign_quota_current ON campaign_quota USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX campaign_quota_ended ON campaign_quota USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE UNIQUE INDEX campaign_quota_key ON campaign_quota USING btree (campaign_id, organisation_id) WHERE (ended_by IS NULL)
    CREATE INDEX campaign_quota_made ON campaign_quota USING btree (made_by)
    CREATE UNIQUE INDEX campaign_quota_pkey ON campaign_quota USING btree (row_id)

TABLE change_set
    id bigint NOT NULL IDENTITY
    public_id text NOT NULL
    made_at text NOT NULL
    account_id bigint
    actor text NOT NULL
    reason text
    reason_salt bytea
    reason_leaf bytea NOT NULL
    return_id bigint
    undoes bigint
    previous_hash bytea NOT NULL
    hash bytea NOT NULL
    change_set_pkey: PRIMARY KEY (id)
    change_set_undoes_fkey: FOREIGN KEY (undoes) REFERENCES change_set(id)
    CREATE UNIQUE INDEX change_set_pkey ON change_set USING btree (id)
    CREATE UNIQUE INDEX change_set_public_id ON change_set USING btree (public_id)
    CREATE INDEX change_set_return ON change_set USING btree (return_id)
    CREATE INDEX change_set_undoes ON change_set USING btree (undoes)

TABLE change_set_part
    change_set_id bigint NOT NULL
    table_name text NOT NULL
    rows_made bigint NOT NULL
    rows_ended bigint NOT NULL
    hash bytea NOT NULL
    change_set_part_change_set_id_fkey: FOREIGN KEY (change_set_id) REFERENCES change_set(id)
    change_set_part_pkey: PRIMARY KEY (change_set_id, table_name)
    CREATE UNIQUE INDEX change_set_part_pkey ON change_set_part USING btree (change_set_id, table_name)

TABLE child_population
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    locality_id bigint
    characteristic text NOT NULL
    code text NOT NULL
    children bigint NOT NULL
    source text NOT NULL
    as_of text NOT NULL
    child_population_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    child_population_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    child_population_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX child_population_current ON child_population USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX child_population_ended ON child_population USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE UNIQUE INDEX child_population_key ON child_population USING btree (COALESCE(locality_id, (0)::bigint), characteristic, code) WHERE (ended_by IS NULL)
    CREATE INDEX child_population_made ON child_population USING btree (made_by)
    CREATE UNIQUE INDEX child_population_pkey ON child_population USING btree (row_id)

TABLE child_words
    id bigint NOT NULL IDENTITY
    public_id text NOT NULL
    campaign_id bigint NOT NULL
    organisation_id bigint
    locality_id bigint
    link_words text NOT NULL
    item text NOT NULL
    words text NOT NULL
    received_at text NOT NULL
    seen_by bigint
    seen_at text
    closed_by bigint
    closed_at text
    concern bigint
    outcome text
    child_words_pkey: PRIMARY KEY (id)
    CREATE INDEX child_words_campaign ON child_words USING btree (campaign_id, closed_at)
    CREATE UNIQUE INDEX child_words_pkey ON child_words USING btree (id)
    CREATE UNIQUE INDEX child_words_public_id ON child_words USING btree (public_id)

TABLE cluster
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    code text NOT NULL
    name text NOT NULL
    locality_id bigint
    from_on text
    until_on text
    cluster_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    cluster_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    cluster_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX cluster_code ON cluster USING btree (code) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX cluster_current ON cluster USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX cluster_ended ON cluster USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX cluster_made ON cluster USING btree (made_by)
    CREATE UNIQUE INDEX cluster_pkey ON cluster USING btree (row_id)
    CREATE UNIQUE INDEX cluster_public_id ON cluster USING btree (public_id) WHERE (ended_by IS NULL)

TABLE cluster_setting
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    cluster_id bigint NOT NULL
    setting_id bigint NOT NULL
    from_on text
    until_on text
    cluster_setting_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    cluster_setting_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    cluster_setting_pkey: PRIMARY KEY (row_id)
    CREATE INDEX cluster_setting_by_cluster ON cluster_setting USING btree (cluster_id) WHERE (ended_by IS NULL)
    CREATE INDEX cluster_setting_by_setting ON cluster_setting USING btree (setting_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX cluster_setting_current ON cluster_setting USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX cluster_setting_ended ON cluster_setting USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX cluster_setting_made ON cluster_setting USING btree (made_by)
    CREATE UNIQUE INDEX cluster_setting_pkey ON cluster_setting USING btree (row_id)
    CREATE UNIQUE INDEX cluster_setting_public_id ON cluster_setting USING btree (public_id) WHERE (ended_by IS NULL)

TABLE consultation
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_id bigint NOT NULL
    name text NOT NULL
    words text NOT NULL
    opens_on text NOT NULL
    closes_on text NOT NULL
    audience text NOT NULL
    groups text NOT NULL
    access_key text NOT NULL
    consultation_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    consultation_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    consultation_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX consultation_current ON consultation USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX consultation_ended ON consultation USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX consultation_made ON consultation USING btree (made_by)
    CREATE UNIQUE INDEX consultation_pkey ON consultation USING btree (row_id)
    CREATE INDEX consultation_plan ON consultation USING btree (plan_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX consultation_public_id ON consultation USING btree (public_id) WHERE (ended_by IS NULL)

TABLE consultation_answer
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    consultation_id bigint NOT NULL
    about text NOT NULL
    said text NOT NULL
    did text NOT NULL
    consultation_answer_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    consultation_answer_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    consultation_answer_pkey: PRIMARY KEY (row_id)
    CREATE INDEX consultation_answer_consultation ON consultation_answer USING btree (consultation_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX consultation_answer_current ON consultation_answer USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX consultation_answer_ended ON consultation_answer USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX consultation_answer_made ON consultation_answer USING btree (made_by)
    CREATE UNIQUE INDEX consultation_answer_pkey ON consultation_answer USING btree (row_id)
    CREATE UNIQUE INDEX consultation_answer_public_id ON consultation_answer USING btree (public_id) WHERE (ended_by IS NULL)

TABLE consultation_comment
    id bigint NOT NULL IDENTITY
    consultation_id bigint NOT NULL
    about text NOT NULL
    voice text NOT NULL
    words text NOT NULL
    made_on text NOT NULL
    taken_out_on text
    consultation_comment_pkey: PRIMARY KEY (id)
    CREATE INDEX consultation_comment_of ON consultation_comment USING btree (consultation_id)
    CREATE UNIQUE INDEX consultation_comment_pkey ON consultation_comment USING btree (id)

TABLE correction
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    owner_id bigint NOT NULL
    subject_id bigint NOT NULL
    asked_on text NOT NULL
    asked_by bigint NOT NULL
    about text NOT NULL
    words text NOT NULL
    state text NOT NULL
    answered_on text
    answered_by bigint
    answer text
    correction_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    correction_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    correction_pkey: PRIMARY KEY (row_id)
    CREATE INDEX correction_by_organisation ON correction USING btree (owner_id, state) WHERE (ended_by IS NULL)
    CREATE INDEX correction_by_record ON correction USING btree (subject_id)
    CREATE UNIQUE INDEX correction_current ON correction USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX correction_ended ON correction USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX correction_made ON correction USING btree (made_by)
    CREATE UNIQUE INDEX correction_pkey ON correction USING btree (row_id)
    CREATE UNIQUE INDEX correction_public_id ON correction USING btree (public_id) WHERE (ended_by IS NULL)

TABLE decision_option
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    agenda_item_id bigint NOT NULL
    place bigint NOT NULL
    title text NOT NULL
    benefits text NOT NULL
    costs text NOT NULL
    risks text NOT NULL
    decision_option_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    decision_option_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    decision_option_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX decision_option_current ON decision_option USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX decision_option_ended ON decision_option USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX decision_option_item ON decision_option USING btree (agenda_item_id) WHERE (ended_by IS NULL)
    CREATE INDEX decision_option_made ON decision_option USING btree (made_by)
    CREATE UNIQUE INDEX decision_option_pkey ON decision_option USING btree (row_id)
    CREATE UNIQUE INDEX decision_option_public_id ON decision_option USING btree (public_id) WHERE (ended_by IS NULL)

TABLE engagement
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    staff_record_id bigint NOT NULL
    reference text NOT NULL
    started_on text NOT NULL
    ended_on text
    origin text
    reason_for_leaving text
    destination text
    engagement_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX engagement_current ON engagement USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX engagement_ended ON engagement USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX engagement_made ON engagement USING btree (made_by)
    CREATE UNIQUE INDEX engagement_pkey ON engagement USING btree (row_id)
    CREATE UNIQUE INDEX engagement_reference ON engagement USING btree (staff_record_id, reference) WHERE ((ended_by IS NULL) AND (reference <> 'erased'::text))
    CREATE INDEX engagement_versions ON engagement USING btree (staff_record_id)

TABLE engagement_terms
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    engagement_id bigint NOT NULL
    from_on text NOT NULL
    setting_id bigint
    locality_id bigint
    role_list text NOT NULL
    role_code text NOT NULL
    sector text NOT NULL
    breadth text NOT NULL
    contract text NOT NULL
    fte bigint
    hours bigint
    pattern text
    pay bigint
    pay_period text
    terms_set text
    pension_scheme text
    manager text
    caseload bigint
    seconded_from text
    seconded_to text
    engagement_terms_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX engagement_terms_current ON engagement_terms USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX engagement_terms_ended ON engagement_terms USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE UNIQUE INDEX engagement_terms_from ON engagement_terms USING btree (engagement_id, from_on) WHERE (ended_by IS NULL)
    CREATE INDEX engagement_terms_made ON engagement_terms USING btree (made_by)
    CREATE UNIQUE INDEX engagement_terms_pkey ON engagement_terms USING btree (row_id)
    CREATE INDEX engagement_terms_versions ON engagement_terms USING btree (engagement_id)

TABLE erased_value
    table_name text NOT NULL
    row_id bigint NOT NULL
    column_name text NOT NULL
    leaf bytea NOT NULL
    erased_by bigint NOT NULL
    erased_value_erased_by_fkey: FOREIGN KEY (erased_by) REFERENCES change_set(id)
    erased_value_pkey: PRIMARY KEY (table_name, row_id, column_name)
    CREATE INDEX erased_value_erased_by ON erased_value USING btree (erased_by)
    CREATE UNIQUE INDEX erased_value_pkey ON erased_value USING btree (table_name, row_id, column_name)

TABLE erasure
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    owner_id bigint NOT NULL
    subject_id bigint NOT NULL
    depth text NOT NULL
    ground text NOT NULL
    words text NOT NULL
    values_erased bigint NOT NULL
    files_deleted bigint NOT NULL
    erasure_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    erasure_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    erasure_pkey: PRIMARY KEY (row_id)
    CREATE INDEX erasure_by_organisation ON erasure USING btree (owner_id)
    CREATE INDEX erasure_by_record ON erasure USING btree (subject_id)
    CREATE UNIQUE INDEX erasure_current ON erasure USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX erasure_ended ON erasure USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX erasure_made ON erasure USING btree (made_by)
    CREATE UNIQUE INDEX erasure_pkey ON erasure USING btree (row_id)

TABLE evidence
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    campaign_id bigint NOT NULL
    theme text NOT NULL
    kind text NOT NULL
    title text NOT NULL
    shows text NOT NULL
    bearing text NOT NULL
    strength text NOT NULL
    confidentiality text NOT NULL
    source text NOT NULL
    dated_on text
    figure_path text
    figure_value text
    figure_as_of text
    evidence_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    evidence_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    evidence_pkey: PRIMARY KEY (row_id)
    CREATE INDEX evidence_campaign ON evidence USING btree (campaign_id, theme) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX evidence_current ON evidence USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX evidence_ended ON evidence USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX evidence_made ON evidence USING btree (made_by)
    CREATE UNIQUE INDEX evidence_pkey ON evidence USING btree (row_id)
    CREATE UNIQUE INDEX evidence_public_id ON evidence USING btree (public_id) WHERE (ended_by IS NULL)

TABLE follow_up
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    agenda_item_id bigint NOT NULL
    title text NOT NULL
    owner text NOT NULL
    due_on text NOT NULL
    done_on text
    words text NOT NULL
    follow_up_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    follow_up_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    follow_up_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX follow_up_current ON follow_up USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX follow_up_ended ON follow_up USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX follow_up_item ON follow_up USING btree (agenda_item_id) WHERE (ended_by IS NULL)
    CREATE INDEX follow_up_made ON follow_up USING btree (made_by)
    CREATE UNIQUE INDEX follow_up_pkey ON follow_up USING btree (row_id)
    CREATE UNIQUE INDEX follow_up_public_id ON follow_up USING btree (public_id) WHERE (ended_by IS NULL)

TABLE form_key
    key_hash text NOT NULL
    used_at text NOT NULL
    outcome text
    form_key_pkey: PRIMARY KEY (key_hash)
    CREATE UNIQUE INDEX form_key_pkey ON form_key USING btree (key_hash)
    CREATE INDEX form_key_used ON form_key USING btree (used_at)

TABLE fund
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_id bigint NOT NULL
    code text NOT NULL
    name text NOT NULL
    kind text NOT NULL
    giver text NOT NULL
    holder text NOT NULL
    conditions text NOT NULL
    starts_on text
    ends_on text
    amount_pence bigint
    words text NOT NULL
    fund_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    fund_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    fund_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX fund_current ON fund USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX fund_ended ON fund USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX fund_made ON fund USING btree (made_by)
    CREATE UNIQUE INDEX fund_pkey ON fund USING btree (row_id)
    CREATE INDEX fund_plan ON fund USING btree (plan_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX fund_public_id ON fund USING btree (public_id) WHERE (ended_by IS NULL)

TABLE half_sign_in
    token_hash text NOT NULL
    account_id bigint NOT NULL
    ends_at text NOT NULL
    half_sign_in_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    half_sign_in_pkey: PRIMARY KEY (token_hash)
    CREATE UNIQUE INDEX half_sign_in_pkey ON half_sign_in USING btree (token_hash)

TABLE handed_in
    id bigint NOT NULL IDENTITY
    public_id text NOT NULL
    kind text NOT NULL
    organisation_id bigint
    account_id bigint
    by_words text NOT NULL
    handed_in_at text NOT NULL
    file_name text NOT NULL
    file_hash text NOT NULL
    file_size bigint NOT NULL
    state text NOT NULL
    format text NOT NULL
    rows_read bigint NOT NULL
    can_take bigint NOT NULL
    errors bigint NOT NULL
    warnings bigint NOT NULL
    notes bigint NOT NULL
    writes bigint NOT NULL
    ends bigint NOT NULL
    held bigint NOT NULL
    fingerprint text NOT NULL
    words text NOT NULL
    change_set_id bigint
    undone_by bigint
    job_public_id text
    version bigint NOT NULL
    act text NOT NULL DEFAULT 'changes'::text
    about_from text
    about_to text
    last_day text
    source text NOT NULL DEFAULT 'file'::text
    many_end bigint NOT NULL DEFAULT 0
    purged_at text
    mapping text
    seem_held bigint NOT NULL DEFAULT 0
    handed_in_pkey: PRIMARY KEY (id)
    handed_in_public_id_key: UNIQUE (public_id)
    CREATE INDEX handed_in_by_change_set ON handed_in USING btree (change_set_id)
    CREATE INDEX handed_in_by_organisation ON handed_in USING btree (organisation_id, state)
    CREATE INDEX handed_in_by_state ON handed_in USING btree (state)
    CREATE UNIQUE INDEX handed_in_pkey ON handed_in USING btree (id)
    CREATE UNIQUE INDEX handed_in_public_id_key ON handed_in USING btree (public_id)

TABLE handed_in_event
    handed_in_id bigint NOT NULL
    number bigint NOT NULL
    happened_at text NOT NULL
    account_id bigint
    by_words text NOT NULL
    title text NOT NULL
    words text NOT NULL
    handed_in_event_handed_in_id_fkey: FOREIGN KEY (handed_in_id) REFERENCES handed_in(id)
    handed_in_event_pkey: PRIMARY KEY (handed_in_id, number)
    CREATE UNIQUE INDEX handed_in_event_pkey ON handed_in_event USING btree (handed_in_id, number)

TABLE handed_in_finding
    handed_in_id bigint NOT NULL
    number bigint NOT NULL
    file text NOT NULL
    line bigint NOT NULL
    column_name text NOT NULL
    rule text NOT NULL
    severity text NOT NULL
    message text NOT NULL
    query text NOT NULL DEFAULT ''::text
    subject text NOT NULL DEFAULT ''::text
    looks_at text NOT NULL DEFAULT ''::text
    handed_in_finding_handed_in_id_fkey: FOREIGN KEY (handed_in_id) REFERENCES handed_in(id)
    handed_in_finding_pkey: PRIMARY KEY (handed_in_id, number)
    CREATE INDEX handed_in_finding_by_subject ON handed_in_finding USING btree (subject) WHERE (subject <> ''::text)
    CREATE UNIQUE INDEX handed_in_finding_pkey ON handed_in_finding USING btree (handed_in_id, number)
    CREATE INDEX handed_in_finding_unkeyed ON handed_in_finding USING btree (handed_in_id) WHERE (length(query) = 32)

TABLE handed_in_heading
    handed_in_id bigint NOT NULL
    number bigint NOT NULL
    heading text NOT NULL
    words text NOT NULL
    counted bigint NOT NULL
    meaning text NOT NULL
    handed_in_heading_handed_in_id_fkey: FOREIGN KEY (handed_in_id) REFERENCES handed_in(id)
    handed_in_heading_pkey: PRIMARY KEY (handed_in_id, number)
    CREATE UNIQUE INDEX handed_in_heading_pkey ON handed_in_heading USING btree (handed_in_id, number)

TABLE handed_in_organisation
    handed_in_id bigint NOT NULL
    organisation_id bigint NOT NULL
    rows_read bigint NOT NULL
    can_take bigint NOT NULL
    handed_in_organisation_handed_in_id_fkey: FOREIGN KEY (handed_in_id) REFERENCES handed_in(id)
    handed_in_organisation_pkey: PRIMARY KEY (handed_in_id, organisation_id)
    CREATE INDEX handed_in_organisation_by_organisation ON handed_in_organisation USING btree (organisation_id)
    CREATE UNIQUE INDEX handed_in_organisation_pkey ON handed_in_organisation USING btree (handed_in_id, organisation_id)

TABLE handed_in_piece
    handed_in_id bigint NOT NULL
    number bigint NOT NULL
    bytes bytea NOT NULL
    handed_in_piece_handed_in_id_fkey: FOREIGN KEY (handed_in_id) REFERENCES handed_in(id)
    handed_in_piece_pkey: PRIMARY KEY (handed_in_id, number)
    CREATE UNIQUE INDEX handed_in_piece_pkey ON handed_in_piece USING btree (handed_in_id, number)

TABLE handed_in_rule
    handed_in_id bigint NOT NULL
    number bigint NOT NULL
    rule text NOT NULL
    severity text NOT NULL
    message text NOT NULL
    column_name text NOT NULL
    found bigint NOT NULL
    first_lines text NOT NULL
    handed_in_rule_handed_in_id_fkey: FOREIGN KEY (handed_in_id) REFERENCES handed_in(id)
    handed_in_rule_pkey: PRIMARY KEY (handed_in_id, number)
    CREATE UNIQUE INDEX handed_in_rule_pkey ON handed_in_rule USING btree (handed_in_id, number)

TABLE handed_in_sample
    handed_in_id bigint NOT NULL
    heading_number bigint NOT NULL
    number bigint NOT NULL
    line bigint NOT NULL
    subject text NOT NULL
    words text NOT NULL
    name text
    handed_in_sample_handed_in_id_fkey: FOREIGN KEY (handed_in_id) REFERENCES handed_in(id)
    handed_in_sample_pkey: PRIMARY KEY (handed_in_id, heading_number, number)
    CREATE UNIQUE INDEX handed_in_sample_pkey ON handed_in_sample USING btree (handed_in_id, heading_number, number)

TABLE handed_on
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    campaign_priority_id bigint NOT NULL
    account_id bigint NOT NULL
    by_account_id bigint NOT NULL
    handed_on text NOT NULL
    due_on text NOT NULL
    words text NOT NULL
    state text NOT NULL
    answer text NOT NULL
    answered_on text
    handed_on_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    handed_on_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    handed_on_pkey: PRIMARY KEY (row_id)
    CREATE INDEX handed_on_account ON handed_on USING btree (account_id, state) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX handed_on_current ON handed_on USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX handed_on_ended ON handed_on USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX handed_on_made ON handed_on USING btree (made_by)
    CREATE UNIQUE INDEX handed_on_pkey ON handed_on USING btree (row_id)
    CREATE UNIQUE INDEX handed_on_priority ON handed_on USING btree (campaign_priority_id) WHERE (ended_by IS NULL)

TABLE inbox_message
    id bigint NOT NULL IDENTITY
    account_id bigint NOT NULL
    at text NOT NULL
    words text NOT NULL
    path text NOT NULL
    read_at text
    title text NOT NULL DEFAULT ''::text
    kind text NOT NULL DEFAULT ''::text
    subject bigint NOT NULL DEFAULT 0
    mail text NOT NULL DEFAULT 'none'::text
    mail_due_at text
    mail_tries bigint NOT NULL DEFAULT 0
    mail_words text NOT NULL DEFAULT ''::text
    inbox_message_pkey: PRIMARY KEY (id)
    CREATE INDEX inbox_message_account ON inbox_message USING btree (account_id, read_at)
    CREATE INDEX inbox_message_mail ON inbox_message USING btree (mail, mail_due_at)
    CREATE UNIQUE INDEX inbox_message_pkey ON inbox_message USING btree (id)

TABLE invitation
    id bigint NOT NULL IDENTITY
    public_id text NOT NULL
    account_id bigint NOT NULL
    invited_by bigint
    invited_at text NOT NULL
    ends_at text NOT NULL
    accepted_at text
    withdrawn_at text
    invitation_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    invitation_invited_by_fkey: FOREIGN KEY (invited_by) REFERENCES account(id)
    invitation_pkey: PRIMARY KEY (id)
    CREATE INDEX invitation_account ON invitation USING btree (account_id)
    CREATE UNIQUE INDEX invitation_pkey ON invitation USING btree (id)
    CREATE UNIQUE INDEX invitation_public_id ON invitation USING btree (public_id)

TABLE invitation_link
    token_hash text NOT NULL
    invitation_id bigint NOT NULL
    made_at text NOT NULL
    way text NOT NULL
    invitation_link_invitation_id_fkey: FOREIGN KEY (invitation_id) REFERENCES invitation(id)
    invitation_link_pkey: PRIMARY KEY (token_hash)
    CREATE INDEX invitation_link_invitation ON invitation_link USING btree (invitation_id)
    CREATE UNIQUE INDEX invitation_link_pkey ON invitation_link USING btree (token_hash)

TABLE job
    id bigint NOT NULL IDENTITY
    public_id text NOT NULL
    kind text NOT NULL
    title text NOT NULL
    payload text NOT NULL
    account_id bigint NOT NULL
    path text NOT NULL
    state text NOT NULL
    queued_at text NOT NULL
    due_at text NOT NULL
    started_at text
    ended_at text
    leased_until text
    worker text NOT NULL
    tries_left bigint NOT NULL
    done bigint NOT NULL
    total bigint NOT NULL
    words text NOT NULL
    cancel_asked bigint NOT NULL
    reference text NOT NULL
    job_pkey: PRIMARY KEY (id)
    CREATE INDEX job_account ON job USING btree (account_id, id)
    CREATE UNIQUE INDEX job_pkey ON job USING btree (id)
    CREATE UNIQUE INDEX job_public_id ON job USING btree (public_id)
    CREATE INDEX job_state ON job USING btree (state, due_at)

TABLE job_schedule
    kind text NOT NULL
    queued_at text NOT NULL
    job_schedule_pkey: PRIMARY KEY (kind)
    CREATE UNIQUE INDEX job_schedule_pkey ON job_schedule USING btree (kind)

TABLE kept_paper
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    meeting_id bigint NOT NULL
    kept_on text NOT NULL
    facts text NOT NULL
    kept_paper_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    kept_paper_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    kept_paper_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX kept_paper_current ON kept_paper USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX kept_paper_ended ON kept_paper USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX kept_paper_made ON kept_paper USING btree (made_by)
    CREATE INDEX kept_paper_meeting ON kept_paper USING btree (meeting_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX kept_paper_pkey ON kept_paper USING btree (row_id)
    CREATE UNIQUE INDEX kept_paper_public_id ON kept_paper USING btree (public_id) WHERE (ended_by IS NULL)

TABLE kept_salt
    table_name text NOT NULL
    row_id bigint NOT NULL
    column_name text NOT NULL
    salt bytea NOT NULL
    kept_salt_pkey: PRIMARY KEY (table_name, row_id, column_name)
    CREATE UNIQUE INDEX kept_salt_pkey ON kept_salt USING btree (table_name, row_id, column_name)

TABLE locality
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    code text NOT NULL
    name text NOT NULL
    locality_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    locality_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    locality_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX locality_code ON locality USING btree (code) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX locality_current ON locality USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX locality_ended ON locality USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX locality_made ON locality USING btree (made_by)
    CREATE UNIQUE INDEX locality_pkey ON locality USING btree (row_id)
    CREATE UNIQUE INDEX locality_public_id ON locality USING btree (public_id) WHERE (ended_by IS NULL)

TABLE mail_choice
    account_id bigint NOT NULL
    by_mail bigint NOT NULL
    CREATE UNIQUE INDEX mail_choice_account ON mail_choice USING btree (account_id)

TABLE mapping
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    organisation_id bigint
    name text NOT NULL
    name_key text NOT NULL
    version bigint NOT NULL
    full_week bigint NOT NULL
    retired_on text
    mapping_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    mapping_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    mapping_pkey: PRIMARY KEY (row_id)
    CREATE INDEX mapping_by_organisation ON mapping USING btree (organisation_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX mapping_current ON mapping USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX mapping_ended ON mapping USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX mapping_made ON mapping USING btree (made_by)
    CREATE UNIQUE INDEX mapping_pkey ON mapping USING btree (row_id)
    CREATE INDEX mapping_public_id ON mapping USING btree (public_id)
    CREATE INDEX mapping_versions ON mapping USING btree (id)

TABLE mapping_column
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    mapping_id bigint NOT NULL
    number bigint NOT NULL
    header text NOT NULL
    target text NOT NULL
    reading text NOT NULL
    constant text
    mapping_column_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    mapping_column_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    mapping_column_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX mapping_column_current ON mapping_column USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX mapping_column_ended ON mapping_column USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX mapping_column_made ON mapping_column USING btree (made_by)
    CREATE INDEX mapping_column_of ON mapping_column USING btree (mapping_id)
    CREATE UNIQUE INDEX mapping_column_pkey ON mapping_column USING btree (row_id)

TABLE mapping_value
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    mapping_id bigint NOT NULL
    header text NOT NULL
    value text NOT NULL
    code text NOT NULL
    mapping_value_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    mapping_value_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    mapping_value_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX mapping_value_current ON mapping_value USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX mapping_value_ended ON mapping_value USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX mapping_value_made ON mapping_value USING btree (made_by)
    CREATE INDEX mapping_value_of ON mapping_value USING btree (mapping_id)
    CREATE UNIQUE INDEX mapping_value_pkey ON mapping_value USING btree (row_id)

TABLE measure_point
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_measure_id bigint NOT NULL
    kind text NOT NULL
    on_day text
    thousandths bigint NOT NULL
    qualifier text NOT NULL
    words text NOT NULL
    doubt text NOT NULL
    measure_point_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    measure_point_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    measure_point_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX measure_point_current ON measure_point USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX measure_point_ended ON measure_point USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX measure_point_made ON measure_point USING btree (made_by)
    CREATE INDEX measure_point_measure ON measure_point USING btree (plan_measure_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX measure_point_pkey ON measure_point USING btree (row_id)
    CREATE UNIQUE INDEX measure_point_public_id ON measure_point USING btree (public_id) WHERE (ended_by IS NULL)

TABLE measure_source
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_measure_id bigint NOT NULL
    source text NOT NULL
    title text NOT NULL
    measure_source_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    measure_source_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    measure_source_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX measure_source_current ON measure_source USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX measure_source_ended ON measure_source USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX measure_source_made ON measure_source USING btree (made_by)
    CREATE INDEX measure_source_measure ON measure_source USING btree (plan_measure_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX measure_source_pkey ON measure_source USING btree (row_id)
    CREATE UNIQUE INDEX measure_source_public_id ON measure_source USING btree (public_id) WHERE (ended_by IS NULL)

TABLE meeting
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    board_id bigint NOT NULL
    held_on text NOT NULL
    place_words text NOT NULL
    state text NOT NULL
    minutes text NOT NULL
    meeting_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    meeting_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    meeting_pkey: PRIMARY KEY (row_id)
    CREATE INDEX meeting_board ON meeting USING btree (board_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX meeting_current ON meeting USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX meeting_day ON meeting USING btree (held_on) WHERE (ended_by IS NULL)
    CREATE INDEX meeting_ended ON meeting USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX meeting_made ON meeting USING btree (made_by)
    CREATE UNIQUE INDEX meeting_pkey ON meeting USING btree (row_id)
    CREATE UNIQUE INDEX meeting_public_id ON meeting USING btree (public_id) WHERE (ended_by IS NULL)

TABLE meta
    name text NOT NULL
    value text NOT NULL
    meta_pkey: PRIMARY KEY (name)
    CREATE UNIQUE INDEX meta_pkey ON meta USING btree (name)

TABLE migration
    number bigint NOT NULL IDENTITY
    name text NOT NULL
    hash text NOT NULL
    applied_at text NOT NULL
    migration_pkey: PRIMARY KEY (number)
    CREATE UNIQUE INDEX migration_pkey ON migration USING btree (number)

TABLE milestone
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_action_id bigint NOT NULL
    title text NOT NULL
    due_on text NOT NULL
    done_on text
    milestone_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    milestone_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    milestone_pkey: PRIMARY KEY (row_id)
    CREATE INDEX milestone_action ON milestone USING btree (plan_action_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX milestone_current ON milestone USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX milestone_ended ON milestone USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX milestone_made ON milestone USING btree (made_by)
    CREATE UNIQUE INDEX milestone_pkey ON milestone USING btree (row_id)
    CREATE UNIQUE INDEX milestone_public_id ON milestone USING btree (public_id) WHERE (ended_by IS NULL)

TABLE named_link
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    kind text NOT NULL
    organisation_id bigint
    setting_id bigint
    cluster_id bigint
    works_for bigint
    staff_record_id bigint
    contact_name text
    contact_job text
    contact_phone text
    contact_email text
    from_on text
    until_on text
    named_link_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    named_link_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    named_link_pkey: PRIMARY KEY (row_id)
    CREATE INDEX named_link_by_cluster ON named_link USING btree (cluster_id) WHERE (ended_by IS NULL)
    CREATE INDEX named_link_by_organisation ON named_link USING btree (organisation_id) WHERE (ended_by IS NULL)
    CREATE INDEX named_link_by_setting ON named_link USING btree (setting_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX named_link_current ON named_link USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX named_link_ended ON named_link USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX named_link_made ON named_link USING btree (made_by)
    CREATE UNIQUE INDEX named_link_pkey ON named_link USING btree (row_id)
    CREATE UNIQUE INDEX named_link_public_id ON named_link USING btree (public_id) WHERE (ended_by IS NULL)

TABLE organisation
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    code text NOT NULL
    name text NOT NULL
    name_key text NOT NULL
    sector text NOT NULL
    kind text NOT NULL
    ownership text NOT NULL
    expected_headcount bigint
    opened_on text
    closed_on text
    returns_every text
    contact_name text
    contact_job text
    contact_phone text
    contact_email text
    organisation_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    organisation_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    organisation_pkey: PRIMARY KEY (row_id)
    CREATE INDEX organisation_by_name ON organisation USING btree (name_key) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX organisation_code ON organisation USING btree (code) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX organisation_current ON organisation USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX organisation_ended ON organisation USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX organisation_made ON organisation USING btree (made_by)
    CREATE UNIQUE INDEX organisation_pkey ON organisation USING btree (row_id)
    CREATE UNIQUE INDEX organisation_public_id ON organisation USING btree (public_id) WHERE (ended_by IS NULL)

TABLE organisation_link
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    organisation_id bigint NOT NULL
    kind text NOT NULL
    other_id bigint NOT NULL
    from_on text
    until_on text
    organisation_link_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    organisation_link_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    organisation_link_pkey: PRIMARY KEY (row_id)
    CREATE INDEX organisation_link_by_organisation ON organisation_link USING btree (organisation_id) WHERE (ended_by IS NULL)
    CREATE INDEX organisation_link_by_other ON organisation_link USING btree (other_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX organisation_link_current ON organisation_link USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX organisation_link_ended ON organisation_link USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX organisation_link_made ON organisation_link USING btree (made_by)
    CREATE UNIQUE INDEX organisation_link_pkey ON organisation_link USING btree (row_id)
    CREATE UNIQUE INDEX organisation_link_public_id ON organisation_link USING btree (public_id) WHERE (ended_by IS NULL)

TABLE own_term
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    term text NOT NULL
    words text NOT NULL
    own_term_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    own_term_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    own_term_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX own_term_current ON own_term USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX own_term_ended ON own_term USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX own_term_made ON own_term USING btree (made_by)
    CREATE UNIQUE INDEX own_term_pkey ON own_term USING btree (row_id)
    CREATE UNIQUE INDEX own_term_public_id ON own_term USING btree (public_id) WHERE (ended_by IS NULL)

TABLE plan
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    kind text NOT NULL
    name text NOT NULL
    vision text NOT NULL
    from_day text
    until_day text
    under_plan_id bigint
    state text NOT NULL
    version bigint NOT NULL
    replaces_plan_id bigint
    plan_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    plan_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    plan_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX plan_current ON plan USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX plan_ended ON plan USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX plan_made ON plan USING btree (made_by)
    CREATE UNIQUE INDEX plan_pkey ON plan USING btree (row_id)
    CREATE UNIQUE INDEX plan_public_id ON plan USING btree (public_id) WHERE (ended_by IS NULL)

TABLE plan_action
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_id bigint NOT NULL
    plan_part_id bigint
    code text NOT NULL
    title text NOT NULL
    words text NOT NULL
    owner text NOT NULL
    account_id bigint
    lead text NOT NULL
    contributors text NOT NULL
    starts_on text
    due_on text
    done_on text
    cost_pence bigint
    funding text NOT NULL
    told text NOT NULL
    place bigint NOT NULL
    plan_action_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    plan_action_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    plan_action_pkey: PRIMARY KEY (row_id)
    CREATE INDEX plan_action_account ON plan_action USING btree (account_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX plan_action_current ON plan_action USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX plan_action_ended ON plan_action USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX plan_action_made ON plan_action USING btree (made_by)
    CREATE UNIQUE INDEX plan_action_pkey ON plan_action USING btree (row_id)
    CREATE INDEX plan_action_plan ON plan_action USING btree (plan_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX plan_action_public_id ON plan_action USING btree (public_id) WHERE (ended_by IS NULL)

TABLE plan_measure
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_id bigint NOT NULL
    code text NOT NULL
    name text NOT NULL
    unit text NOT NULL
    words text NOT NULL
    better text NOT NULL
    plan_measure_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    plan_measure_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    plan_measure_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX plan_measure_current ON plan_measure USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX plan_measure_ended ON plan_measure USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX plan_measure_made ON plan_measure USING btree (made_by)
    CREATE UNIQUE INDEX plan_measure_pkey ON plan_measure USING btree (row_id)
    CREATE INDEX plan_measure_plan ON plan_measure USING btree (plan_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX plan_measure_public_id ON plan_measure USING btree (public_id) WHERE (ended_by IS NULL)

TABLE plan_part
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_id bigint NOT NULL
    kind text NOT NULL
    code text NOT NULL
    under_part_id bigint
    title text NOT NULL
    words text NOT NULL
    place bigint NOT NULL
    plan_part_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    plan_part_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    plan_part_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX plan_part_current ON plan_part USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX plan_part_ended ON plan_part USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX plan_part_made ON plan_part USING btree (made_by)
    CREATE UNIQUE INDEX plan_part_pkey ON plan_part USING btree (row_id)
    CREATE INDEX plan_part_plan ON plan_part USING btree (plan_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX plan_part_public_id ON plan_part USING btree (public_id) WHERE (ended_by IS NULL)

TABLE plan_risk
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_id bigint NOT NULL
    code text NOT NULL
    title text NOT NULL
    cause text NOT NULL
    effect text NOT NULL
    owner text NOT NULL
    review_on text
    inherent_likelihood bigint
    inherent_impact bigint
    current_likelihood bigint
    current_impact bigint
    target_likelihood bigint
    target_impact bigint
    plan_risk_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    plan_risk_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    plan_risk_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX plan_risk_current ON plan_risk USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX plan_risk_ended ON plan_risk USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX plan_risk_made ON plan_risk USING btree (made_by)
    CREATE UNIQUE INDEX plan_risk_pkey ON plan_risk USING btree (row_id)
    CREATE INDEX plan_risk_plan ON plan_risk USING btree (plan_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX plan_risk_public_id ON plan_risk USING btree (public_id) WHERE (ended_by IS NULL)

TABLE position_confirmation
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    campaign_id bigint NOT NULL
    confirmed_by text NOT NULL
    confirmed_on text NOT NULL
    position_confirmation_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    position_confirmation_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    position_confirmation_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX position_confirmation_campaign ON position_confirmation USING btree (campaign_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX position_confirmation_current ON position_confirmation USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX position_confirmation_ended ON position_confirmation USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX position_confirmation_made ON position_confirmation USING btree (made_by)
    CREATE UNIQUE INDEX position_confirmation_pkey ON position_confirmation USING btree (row_id)

TABLE post
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    organisation_id bigint NOT NULL
    reference text NOT NULL
    setting_id bigint
    locality_id bigint
    role_list text NOT NULL
    role_code text NOT NULL
    contract text NOT NULL
    fte bigint
    opened_on text
    closed_on text
    post_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    post_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    post_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX post_current ON post USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX post_ended ON post USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX post_made ON post USING btree (made_by)
    CREATE UNIQUE INDEX post_pkey ON post USING btree (row_id)
    CREATE UNIQUE INDEX post_public_id ON post USING btree (public_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX post_reference ON post USING btree (organisation_id, reference) WHERE (ended_by IS NULL)

TABLE published_report
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    annual_report_id bigint NOT NULL
    published_on text NOT NULL
    account_id bigint NOT NULL
    document text NOT NULL
    hash text NOT NULL
    published_report_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    published_report_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    published_report_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX published_report_current ON published_report USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX published_report_ended ON published_report USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX published_report_made ON published_report USING btree (made_by)
    CREATE UNIQUE INDEX published_report_pkey ON published_report USING btree (row_id)
    CREATE UNIQUE INDEX published_report_public_id ON published_report USING btree (public_id) WHERE (ended_by IS NULL)
    CREATE INDEX published_report_report ON published_report USING btree (annual_report_id) WHERE (ended_by IS NULL)

TABLE query_answer
    query text NOT NULL
    rule text NOT NULL
    words text NOT NULL
    answered_at text NOT NULL
    account_id bigint
    by_words text NOT NULL
    handed_in_id bigint NOT NULL
    query_answer_handed_in_id_fkey: FOREIGN KEY (handed_in_id) REFERENCES handed_in(id)
    query_answer_pkey: PRIMARY KEY (query)
    CREATE INDEX query_answer_by_return ON query_answer USING btree (handed_in_id)
    CREATE UNIQUE INDEX query_answer_pkey ON query_answer USING btree (query)

TABLE query_mended
    handed_in_id bigint NOT NULL
    number bigint NOT NULL
    mended_by bigint NOT NULL
    query_mended_handed_in_id_fkey: FOREIGN KEY (handed_in_id) REFERENCES handed_in(id)
    query_mended_mended_by_fkey: FOREIGN KEY (mended_by) REFERENCES handed_in(id)
    query_mended_pkey: PRIMARY KEY (handed_in_id, number)
    CREATE INDEX query_mended_by_return ON query_mended USING btree (mended_by)
    CREATE UNIQUE INDEX query_mended_pkey ON query_mended USING btree (handed_in_id, number)

TABLE reach_message
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    title text NOT NULL
    words text NOT NULL
    link text NOT NULL
    due_on text NOT NULL
    reach_message_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    reach_message_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    reach_message_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX reach_message_current ON reach_message USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX reach_message_ended ON reach_message USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX reach_message_made ON reach_message USING btree (made_by)
    CREATE UNIQUE INDEX reach_message_pkey ON reach_message USING btree (row_id)
    CREATE UNIQUE INDEX reach_message_public_id ON reach_message USING btree (public_id) WHERE (ended_by IS NULL)

TABLE reach_telling
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    reach_message_id bigint NOT NULL
    organisation_id bigint NOT NULL
    told_on text NOT NULL
    way text NOT NULL
    staff bigint NOT NULL
    evidence text NOT NULL
    reach_telling_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    reach_telling_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    reach_telling_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX reach_telling_current ON reach_telling USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX reach_telling_ended ON reach_telling USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX reach_telling_made ON reach_telling USING btree (made_by)
    CREATE UNIQUE INDEX reach_telling_organisation ON reach_telling USING btree (reach_message_id, organisation_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX reach_telling_pkey ON reach_telling USING btree (row_id)

TABLE read_entry
    number bigint NOT NULL IDENTITY
    account_id bigint NOT NULL
    at text NOT NULL
    kind text NOT NULL
    route text NOT NULL
    organisations text NOT NULL
    staff_records text NOT NULL
    covered bigint NOT NULL
    purpose text NOT NULL
    previous_hash text NOT NULL
    hash text NOT NULL
    read_entry_pkey: PRIMARY KEY (number)
    CREATE INDEX read_entry_account ON read_entry USING btree (account_id, number)
    CREATE UNIQUE INDEX read_entry_pkey ON read_entry USING btree (number)

TABLE read_record
    staff_record text NOT NULL
    number bigint NOT NULL
    read_record_pkey: PRIMARY KEY (staff_record, number)
    CREATE INDEX read_record_number ON read_record USING btree (number)
    CREATE UNIQUE INDEX read_record_pkey ON read_record USING btree (staff_record, number)

TABLE recommendation
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    source text NOT NULL
    given_on text
    code text NOT NULL
    title text NOT NULL
    words text NOT NULL
    stand text NOT NULL
    reason text NOT NULL
    owner text NOT NULL
    recommendation_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    recommendation_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    recommendation_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX recommendation_current ON recommendation USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX recommendation_ended ON recommendation USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX recommendation_made ON recommendation USING btree (made_by)
    CREATE UNIQUE INDEX recommendation_pkey ON recommendation USING btree (row_id)
    CREATE UNIQUE INDEX recommendation_public_id ON recommendation USING btree (public_id) WHERE (ended_by IS NULL)

TABLE recovery_code
    id bigint NOT NULL IDENTITY
    account_id bigint NOT NULL
    code_hash text NOT NULL
    used_at text
    recovery_code_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    recovery_code_pkey: PRIMARY KEY (id)
    CREATE INDEX recovery_code_account ON recovery_code USING btree (account_id)
    CREATE UNIQUE INDEX recovery_code_pkey ON recovery_code USING btree (id)

TABLE register_number
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    organisation_id bigint NOT NULL
    setting_id bigint
    kind text NOT NULL
    number text NOT NULL
    from_on text
    until_on text
    register_number_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    register_number_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    register_number_pkey: PRIMARY KEY (row_id)
    CREATE INDEX register_number_by_number ON register_number USING btree (kind, number) WHERE (ended_by IS NULL)
    CREATE INDEX register_number_by_organisation ON register_number USING btree (organisation_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX register_number_current ON register_number USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX register_number_ended ON register_number USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX register_number_made ON register_number USING btree (made_by)
    CREATE UNIQUE INDEX register_number_pkey ON register_number USING btree (row_id)
    CREATE UNIQUE INDEX register_number_public_id ON register_number USING btree (public_id) WHERE (ended_by IS NULL)

TABLE report_sending
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    campaign_id bigint NOT NULL
    sent_on text NOT NULL
    sent_to text NOT NULL
    report_sending_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    report_sending_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    report_sending_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX report_sending_campaign ON report_sending USING btree (campaign_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX report_sending_current ON report_sending USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX report_sending_ended ON report_sending USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX report_sending_made ON report_sending USING btree (made_by)
    CREATE UNIQUE INDEX report_sending_pkey ON report_sending USING btree (row_id)

TABLE report_words
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    annual_report_id bigint NOT NULL
    section text NOT NULL
    words text NOT NULL
    report_words_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    report_words_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    report_words_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX report_words_current ON report_words USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX report_words_ended ON report_words USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX report_words_made ON report_words USING btree (made_by)
    CREATE UNIQUE INDEX report_words_pkey ON report_words USING btree (row_id)
    CREATE UNIQUE INDEX report_words_public_id ON report_words USING btree (public_id) WHERE (ended_by IS NULL)
    CREATE INDEX report_words_report ON report_words USING btree (annual_report_id) WHERE (ended_by IS NULL)

TABLE retention_run
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    rule text NOT NULL
    period text NOT NULL
    before_day text NOT NULL
    done bigint NOT NULL
    passed_over bigint NOT NULL
    retention_run_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    retention_run_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    retention_run_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX retention_run_current ON retention_run USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX retention_run_ended ON retention_run USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX retention_run_made ON retention_run USING btree (made_by)
    CREATE UNIQUE INDEX retention_run_pkey ON retention_run USING btree (row_id)

TABLE return_chase
    id bigint NOT NULL IDENTITY
    organisation_id bigint NOT NULL
    at text NOT NULL
    account_id bigint
    told bigint NOT NULL
    return_chase_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    return_chase_pkey: PRIMARY KEY (id)
    CREATE INDEX return_chase_organisation ON return_chase USING btree (organisation_id)
    CREATE UNIQUE INDEX return_chase_pkey ON return_chase USING btree (id)

TABLE risk_control
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_risk_id bigint NOT NULL
    words text NOT NULL
    owner text NOT NULL
    strength text NOT NULL
    risk_control_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    risk_control_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    risk_control_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX risk_control_current ON risk_control USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX risk_control_ended ON risk_control USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX risk_control_made ON risk_control USING btree (made_by)
    CREATE UNIQUE INDEX risk_control_pkey ON risk_control USING btree (row_id)
    CREATE UNIQUE INDEX risk_control_public_id ON risk_control USING btree (public_id) WHERE (ended_by IS NULL)
    CREATE INDEX risk_control_risk ON risk_control USING btree (plan_risk_id) WHERE (ended_by IS NULL)

TABLE risk_escalation
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_risk_id bigint NOT NULL
    account_id bigint NOT NULL
    to_whom text NOT NULL
    made_on text NOT NULL
    words text NOT NULL
    risk_escalation_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    risk_escalation_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    risk_escalation_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX risk_escalation_current ON risk_escalation USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX risk_escalation_ended ON risk_escalation USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX risk_escalation_made ON risk_escalation USING btree (made_by)
    CREATE UNIQUE INDEX risk_escalation_pkey ON risk_escalation USING btree (row_id)
    CREATE UNIQUE INDEX risk_escalation_public_id ON risk_escalation USING btree (public_id) WHERE (ended_by IS NULL)
    CREATE INDEX risk_escalation_risk ON risk_escalation USING btree (plan_risk_id) WHERE (ended_by IS NULL)

TABLE risk_review
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    plan_risk_id bigint NOT NULL
    account_id bigint NOT NULL
    made_on text NOT NULL
    words text NOT NULL
    likelihood bigint
    impact bigint
    risk_review_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    risk_review_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    risk_review_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX risk_review_current ON risk_review USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX risk_review_ended ON risk_review USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX risk_review_made ON risk_review USING btree (made_by)
    CREATE UNIQUE INDEX risk_review_pkey ON risk_review USING btree (row_id)
    CREATE UNIQUE INDEX risk_review_public_id ON risk_review USING btree (public_id) WHERE (ended_by IS NULL)
    CREATE INDEX risk_review_risk ON risk_review USING btree (plan_risk_id) WHERE (ended_by IS NULL)

TABLE saved_view
    id bigint NOT NULL IDENTITY
    public_id text NOT NULL
    account_id bigint NOT NULL
    name text NOT NULL
    path text NOT NULL
    query text NOT NULL
    saved_at text NOT NULL
    saved_view_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
    saved_view_pkey: PRIMARY KEY (id)
    CREATE UNIQUE INDEX saved_view_name ON saved_view USING btree (account_id, name)
    CREATE UNIQUE INDEX saved_view_pkey ON saved_view USING btree (id)
    CREATE UNIQUE INDEX saved_view_public_id ON saved_view USING btree (public_id)

TABLE second_step
    account_id bigint NOT NULL
    secret bytea NOT NULL
    begun_at text NOT NULL
    confirmed_at text
    last_step bigint NOT NULL
    second_step_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    CREATE UNIQUE INDEX second_step_account ON second_step USING btree (account_id)

TABLE setting
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    organisation_id bigint NOT NULL
    code text NOT NULL
    name text NOT NULL
    kind text NOT NULL
    locality_id bigint
    postcode text
    opened_on text
    closed_on text
    tier text
    places bigint
    deprivation_band text
    setting_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    setting_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    setting_pkey: PRIMARY KEY (row_id)
    CREATE INDEX setting_by_locality ON setting USING btree (locality_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX setting_code ON setting USING btree (organisation_id, code) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX setting_current ON setting USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX setting_ended ON setting USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX setting_made ON setting USING btree (made_by)
    CREATE UNIQUE INDEX setting_pkey ON setting USING btree (row_id)
    CREATE UNIQUE INDEX setting_public_id ON setting USING btree (public_id) WHERE (ended_by IS NULL)

TABLE sharing_agreement
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    owner_id bigint NOT NULL
    with_id bigint NOT NULL
    parts text NOT NULL
    purpose text NOT NULL
    from_on text NOT NULL
    until_on text
    sharing_agreement_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    sharing_agreement_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    sharing_agreement_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX sharing_agreement_current ON sharing_agreement USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX sharing_agreement_ended ON sharing_agreement USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX sharing_agreement_made ON sharing_agreement USING btree (made_by)
    CREATE UNIQUE INDEX sharing_agreement_pkey ON sharing_agreement USING btree (row_id)
    CREATE UNIQUE INDEX sharing_agreement_public_id ON sharing_agreement USING btree (public_id) WHERE (ended_by IS NULL)
    CREATE INDEX sharing_agreement_with ON sharing_agreement USING btree (with_id) WHERE (ended_by IS NULL)

TABLE sign_in_code
    id bigint NOT NULL IDENTITY
    account_id bigint NOT NULL
    code_hash text NOT NULL
    ends_at text NOT NULL
    used_at text
    sign_in_code_account_id_fkey: FOREIGN KEY (account_id) REFERENCES account(id)
    sign_in_code_pkey: PRIMARY KEY (id)
    CREATE INDEX sign_in_code_account ON sign_in_code USING btree (account_id)
    CREATE UNIQUE INDEX sign_in_code_hash ON sign_in_code USING btree (code_hash)
    CREATE UNIQUE INDEX sign_in_code_pkey ON sign_in_code USING btree (id)

TABLE sign_in_failure
    subject text NOT NULL
    failures bigint NOT NULL
    last_at text NOT NULL
    free_at text NOT NULL
    sign_in_failure_pkey: PRIMARY KEY (subject)
    CREATE UNIQUE INDEX sign_in_failure_pkey ON sign_in_failure USING btree (subject)

TABLE staff_fact
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    staff_record_id bigint NOT NULL
    kind text NOT NULL
    list text
    code text
    detail text
    on_day text
    until_day text
    number text
    words text
    staff_fact_pkey: PRIMARY KEY (row_id)
    CREATE INDEX staff_fact_by_code ON staff_fact USING btree (kind, code) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX staff_fact_current ON staff_fact USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX staff_fact_ended ON staff_fact USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX staff_fact_made ON staff_fact USING btree (made_by)
    CREATE UNIQUE INDEX staff_fact_pkey ON staff_fact USING btree (row_id)
    CREATE INDEX staff_fact_versions ON staff_fact USING btree (staff_record_id)

TABLE staff_record
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    organisation_id bigint NOT NULL
    reference text NOT NULL
    given_name text
    family_name text
    name_key text
    birth_date text
    national_insurance bytea
    national_insurance_index bytea
    sex text
    ethnicity text
    disability text
    staff_record_pkey: PRIMARY KEY (row_id)
    CREATE INDEX staff_record_by_number ON staff_record USING btree (national_insurance_index) WHERE ((ended_by IS NULL) AND (national_insurance_index IS NOT NULL))
    CREATE UNIQUE INDEX staff_record_current ON staff_record USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX staff_record_ended ON staff_record USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX staff_record_in_order ON staff_record USING btree ((
CASE
    WHEN (name_key > '  '::text) THEN 0
    ELSE 1
END), name_key, id) WHERE (ended_by IS NULL)
    CREATE INDEX staff_record_made ON staff_record USING btree (made_by)
    CREATE UNIQUE INDEX staff_record_pkey ON staff_record USING btree (row_id)
    CREATE INDEX staff_record_public_id ON staff_record USING btree (public_id)
    CREATE UNIQUE INDEX staff_record_reference ON staff_record USING btree (organisation_id, reference) WHERE ((ended_by IS NULL) AND (reference <> 'erased'::text))
    CREATE INDEX staff_record_versions ON staff_record USING btree (id)

TABLE support
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    campaign_id bigint NOT NULL
    campaign_priority_id bigint
    asked_of text NOT NULL
    what text NOT NULL
    due_on text NOT NULL
    state text NOT NULL
    promised text NOT NULL
    promised_on text
    outcome text NOT NULL
    support_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    support_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    support_pkey: PRIMARY KEY (row_id)
    CREATE INDEX support_campaign ON support USING btree (campaign_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX support_current ON support USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX support_ended ON support USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX support_made ON support USING btree (made_by)
    CREATE UNIQUE INDEX support_pkey ON support USING btree (row_id)
    CREATE UNIQUE INDEX support_public_id ON support USING btree (public_id) WHERE (ended_by IS NULL)

TABLE team
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    code text NOT NULL
    name text NOT NULL
    kind text NOT NULL
    led_by bigint
    locality_id bigint
    from_on text
    until_on text
    team_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    team_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    team_pkey: PRIMARY KEY (row_id)
    CREATE INDEX team_by_leader ON team USING btree (led_by) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX team_code ON team USING btree (code) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX team_current ON team USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX team_ended ON team USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX team_made ON team USING btree (made_by)
    CREATE UNIQUE INDEX team_pkey ON team USING btree (row_id)
    CREATE UNIQUE INDEX team_public_id ON team USING btree (public_id) WHERE (ended_by IS NULL)

TABLE team_member
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    team_id bigint NOT NULL
    standing text NOT NULL
    organisation_id bigint
    staff_record_id bigint
    contact_name text
    contact_job text
    contact_phone text
    contact_email text
    from_on text
    until_on text
    team_member_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    team_member_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    team_member_pkey: PRIMARY KEY (row_id)
    CREATE INDEX team_member_by_organisation ON team_member USING btree (organisation_id) WHERE (ended_by IS NULL)
    CREATE INDEX team_member_by_team ON team_member USING btree (team_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX team_member_current ON team_member USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX team_member_ended ON team_member USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX team_member_made ON team_member USING btree (made_by)
    CREATE UNIQUE INDEX team_member_pkey ON team_member USING btree (row_id)
    CREATE UNIQUE INDEX team_member_public_id ON team_member USING btree (public_id) WHERE (ended_by IS NULL)

TABLE theme_finding
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    campaign_id bigint NOT NULL
    theme text NOT NULL
    agreed_halves bigint
    reason text NOT NULL
    strengths text NOT NULL
    barriers text NOT NULL
    theme_finding_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    theme_finding_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    theme_finding_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX theme_finding_current ON theme_finding USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX theme_finding_ended ON theme_finding USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX theme_finding_made ON theme_finding USING btree (made_by)
    CREATE UNIQUE INDEX theme_finding_pkey ON theme_finding USING btree (row_id)
    CREATE UNIQUE INDEX theme_finding_public_id ON theme_finding USING btree (public_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX theme_finding_theme ON theme_finding USING btree (campaign_id, theme) WHERE (ended_by IS NULL)

TABLE vacancy
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    organisation_id bigint NOT NULL
    reference text NOT NULL
    post_id bigint
    setting_id bigint
    locality_id bigint
    role_list text NOT NULL
    role_code text NOT NULL
    contract text NOT NULL
    fte bigint
    vacant_from text NOT NULL
    advertised_on text
    offered_on text
    filled_on text
    closed_on text
    hard_to_fill text NOT NULL
    vacancy_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    vacancy_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    vacancy_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX vacancy_current ON vacancy USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX vacancy_ended ON vacancy USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX vacancy_made ON vacancy USING btree (made_by)
    CREATE UNIQUE INDEX vacancy_pkey ON vacancy USING btree (row_id)
    CREATE UNIQUE INDEX vacancy_public_id ON vacancy USING btree (public_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX vacancy_reference ON vacancy USING btree (organisation_id, reference) WHERE (ended_by IS NULL)

TABLE workshop
    row_id bigint NOT NULL IDENTITY
    id bigint NOT NULL
    made_by bigint NOT NULL
    ended_by bigint
    salt bytea
    digest bytea NOT NULL
    public_id text NOT NULL
    campaign_id bigint NOT NULL
    held_on text NOT NULL
    facilitator text NOT NULL
    participants text NOT NULL
    workshop_ended_by_fkey: FOREIGN KEY (ended_by) REFERENCES change_set(id)
    workshop_made_by_fkey: FOREIGN KEY (made_by) REFERENCES change_set(id)
    workshop_pkey: PRIMARY KEY (row_id)
    CREATE UNIQUE INDEX workshop_campaign ON workshop USING btree (campaign_id) WHERE (ended_by IS NULL)
    CREATE UNIQUE INDEX workshop_current ON workshop USING btree (id) WHERE (ended_by IS NULL)
    CREATE INDEX workshop_ended ON workshop USING btree (ended_by) WHERE (ended_by IS NOT NULL)
    CREATE INDEX workshop_made ON workshop USING btree (made_by)
    CREATE UNIQUE INDEX workshop_pkey ON workshop USING btree (row_id)
    CREATE UNIQUE INDEX workshop_public_id ON workshop USING btree (public_id) WHERE (ended_by IS NULL)

