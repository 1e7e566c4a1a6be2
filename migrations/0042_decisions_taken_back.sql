-- A decision that is taken back stays readable with its item: what was decided, and why it holds no more.
ALTER TABLE agenda_item ADD COLUMN taken_back TEXT;
