-- A firm invites its candidates: an invitation of a candidacy, sent with a pitch, answered by the candidate.

alter table invitation add column candidacy_id uuid;
alter table invitation add foreign key (workspace_id, candidacy_id) references candidacy (workspace_id, id);
-- Why to meet, in the consultant's words; and when the candidate was first asked.
alter table invitation add column pitch text;
alter table invitation add column sent_at timestamptz;
alter table invitation add column by_member uuid;
alter table invitation add foreign key (workspace_id, by_member) references member (workspace_id, id);
create index invitation_candidacy on invitation (workspace_id, candidacy_id) where candidacy_id is not null;
create index invitation_seeker on invitation (workspace_id, seeker);

-- Who said so: the candidate, or whoever noted it for them.
alter table decision add column by_name text;

-- How much of the firm's network its candidates and members are shown.
alter table workspace add column disclosure text not null default 'organizations'
  check (disclosure in ('counts', 'organizations', 'names'));

-- The client's people may be asked for introductions on behalf of candidates, once they agreed to it.
alter table client_contact add column released boolean not null default false;

-- What the hiring side says of a meeting: before and after. Never overwritten.
create table hirer_word (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  meeting_id   uuid not null,
  moment       text not null check (moment in ('before', 'after')),
  enthusiasm   integer not null check (enthusiasm between 1 and 5),
  chemistry    integer check (chemistry between 1 and 5),
  note         text,
  -- Whose word it is, when it is known; and who wrote it down.
  person_id    uuid,
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index hirer_word_meeting on hirer_word (workspace_id, meeting_id);
create index hirer_word_person on hirer_word (workspace_id, person_id) where person_id is not null;

-- A link by which a candidate answers one invitation without an account. Read by whoever opens doors, never in a
-- workspace's transaction.
create table answer_link (
  workspace_id  uuid not null references workspace (id) on delete cascade,
  id            uuid not null,
  invitation_id uuid not null,
  token_hash    bytea not null,
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade
);
create unique index answer_link_token on answer_link (token_hash);
alter table answer_link enable row level security;
create policy own_workspace on answer_link
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant insert on answer_link to acquaint_app;

alter table hirer_word enable row level security;
create policy own_workspace on hirer_word
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update (person_id) on hirer_word to acquaint_app;

-- What hangs on a mandate that the viewer may not know of. It is mostly nothing, so that asking for it costs little.
create function app_hidden_invitations() returns setof uuid stable security definer set search_path = public language sql as $$
  select i.id from invitation i join candidacy c on c.workspace_id = i.workspace_id and c.id = i.candidacy_id
  where i.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
    and c.mandate_id not in (select app_mandates())
$$;
create function app_hidden_meetings() returns setof uuid stable security definer set search_path = public language sql as $$
  select id from meeting where workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
    and invitation_id in (select app_hidden_invitations())
$$;
create function app_hidden_debriefs() returns setof uuid stable security definer set search_path = public language sql as $$
  select id from debrief where workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
    and meeting_id in (select app_hidden_meetings())
$$;

-- A candidate's or member's own invitations, once they were sent; with what hangs on them.
drop policy insiders on invitation;
create policy insiders on invitation as restrictive using (
  case when (select app_inside()) then id not in (select app_hidden_invitations())
       else (select app_role()) in ('candidate', 'member') and seeker = (select app_person())
            and (candidacy_id is null or sent_at is not null) end);

do $$
declare t text;
begin
  foreach t in array array['meeting', 'room', 'decision', 'offer', 'outcome'] loop
    execute format('drop policy insiders on %I', t);
    execute format('create policy insiders on %I as restrictive using (
      case when (select app_inside()) then invitation_id not in (select app_hidden_invitations())
           else invitation_id in (select id from invitation) end)', t);
  end loop;
  foreach t in array array['enthusiasm', 'debrief'] loop
    execute format('drop policy insiders on %I', t);
    execute format('create policy insiders on %I as restrictive using (
      case when (select app_inside()) then meeting_id not in (select app_hidden_meetings())
           else meeting_id in (select id from meeting) end)', t);
  end loop;
  foreach t in array array['debrief_person', 'mention'] loop
    execute format('drop policy insiders on %I', t);
    execute format('create policy insiders on %I as restrictive using (
      (select app_inside()) and debrief_id not in (select app_hidden_debriefs()))', t);
  end loop;
end $$;

drop policy insiders on follow_up;
create policy insiders on follow_up as restrictive using (
  (select app_inside()) and (debrief_id is null or debrief_id not in (select app_hidden_debriefs())));
do $$
declare t text;
begin
  foreach t in array array['letter', 'follow_up_event'] loop
    execute format('drop policy insiders on %I', t);
    execute format('create policy insiders on %I as restrictive using (
      (select app_inside()) and follow_up_id in (select id from follow_up))', t);
  end loop;
end $$;
drop policy insiders on round_guest;
create policy insiders on round_guest as restrictive using (
  (select app_inside()) and meeting_id not in (select app_hidden_meetings()));
create policy insiders on hirer_word as restrictive using (
  (select app_inside()) and meeting_id not in (select app_hidden_meetings()));

-- Who met whom for a confidential mandate is no tie of the pool: when it ceases to be one, the graph follows.
create trigger graph_update after update on mandate referencing old table as before new table as after
  for each statement execute function note_graph_change('whole', 'r.id', 'r.id', 'id, confidential', '');

-- Nor does the log tell of what hangs on a mandate to those who do not know of it.
create policy unknown_invitations on audit as restrictive for select using (
  (subject ->> 'invitation' is null or (subject ->> 'invitation')::uuid not in (select app_hidden_invitations()))
  and (subject ->> 'meeting' is null or (subject ->> 'meeting')::uuid not in (select app_hidden_meetings())));

-- Whoever holds an answer token is no member: what they sent is theirs by the person they answer for.
create or replace function app_sender() returns uuid stable language sql
  as $$ select coalesce(nullif(current_setting('app.member', true), '')::uuid,
                        nullif(current_setting('app.person', true), '')::uuid,
                        '00000000-0000-0000-0000-000000000000') $$;

-- What somebody will not work for is theirs to tell: a firm keeps that it was personal.
update decision set reason = 'personal'
  where reason = 'values' and workspace_id in (select id from workspace where kind <> 'personal');
