-- Finding who else holds a National Insurance number, by its blind index alone; and the queries of returns that were hashed before the hash was
-- keyed (32 digits; keyed ones have 33), so that looking for them costs nothing once there are none.
CREATE INDEX staff_record_by_number ON staff_record (national_insurance_index) WHERE ended_by IS NULL;
CREATE INDEX handed_in_finding_unkeyed ON handed_in_finding (handed_in_id) WHERE length(query) = 32;
-- Posts have pages of their own.
CREATE UNIQUE INDEX post_public_id ON post (public_id) WHERE ended_by IS NULL;
