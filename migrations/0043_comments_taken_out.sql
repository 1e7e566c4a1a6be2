-- The words of a comment that names somebody are taken out for good; that it came stays.
ALTER TABLE consultation_comment ADD COLUMN taken_out_on TEXT;
