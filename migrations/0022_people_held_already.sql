-- How many new people of a return seem to be held under other references, where they are too many to be taken unasked.
ALTER TABLE handed_in ADD COLUMN seem_held INTEGER NOT NULL DEFAULT 0;
