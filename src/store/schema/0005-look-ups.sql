-- What is asked of a handful of pairs or people must not read a whole table.

create index contact_pair on contact
  (workspace_id, least(from_person, to_person), greatest(from_person, to_person));
create index recommendation_pair on recommendation
  (workspace_id, least(from_person, to_person), greatest(from_person, to_person));
create index tie_word_b on tie_word (workspace_id, b);
create index look_alike_b on look_alike (workspace_id, b);
create index follow_up_person on follow_up (workspace_id, person_id);
create index offer_invitation on offer (workspace_id, invitation_id);
create index person_merged on person (workspace_id, merged_into) where merged_into is not null;

-- History is appended: what was wanted, noted and offered is never overwritten either.
revoke update, delete on enthusiasm, debrief, offer from acquaint_app;
