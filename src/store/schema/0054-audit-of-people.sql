-- What was done to a person is found by the person: for their timeline.
create index audit_person on audit (workspace_id, (subject ->> 'person')) where subject ? 'person';
