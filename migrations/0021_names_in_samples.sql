-- Whose the example of a difference is, by name: a reference alone tells a manager nothing. Goes with the samples when someone is erased.
ALTER TABLE handed_in_sample ADD COLUMN name TEXT;
