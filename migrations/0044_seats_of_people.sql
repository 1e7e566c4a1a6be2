-- The home page asks for the seats of whoever looks at it.
CREATE INDEX board_seat_account ON board_seat (account_id) WHERE ended_by IS NULL AND account_id IS NOT NULL;
