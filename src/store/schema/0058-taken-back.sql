-- What was said of an introduction, of how a process ended and of a meeting can be taken back: that is said, too, by
-- whom and when, and names what does not count any more.

-- What a debrief brought along, so that it can go with it: whom it seated, what it said was wanted afterwards, and the
-- people, openings and organizations of its origin.
alter table room add column debrief_id uuid;
alter table room add foreign key (workspace_id, debrief_id) references debrief (workspace_id, id) on delete cascade;
alter table enthusiasm add column debrief_id uuid;
alter table enthusiasm add foreign key (workspace_id, debrief_id) references debrief (workspace_id, id) on delete cascade;
alter table debrief add column origin_id uuid;
alter table debrief add foreign key (workspace_id, origin_id) references origin (workspace_id, id);

-- Earlier ones were written at one time with all that they said.
update enthusiasm set debrief_id = debrief.id from debrief
  where debrief.workspace_id = enthusiasm.workspace_id and debrief.meeting_id = enthusiasm.meeting_id
    and debrief.at = enthusiasm.at and moment = 'after';
update debrief set origin_id = origin.id from origin
  where origin.workspace_id = debrief.workspace_id and origin.kind = 'debrief' and origin.at = debrief.at;

create table taken_back (
  workspace_id          uuid not null references workspace (id) on delete cascade,
  id                    uuid not null,
  -- One of these.
  introduction_state_id uuid,
  offer_id              uuid,
  outcome_id            uuid,
  debrief_id            uuid,
  -- The rows that went with a debrief, because nothing else knew of them: whom it was the first to name, say.
  fell_away             jsonb,
  by_name               text not null,
  at                    timestamptz not null,
  primary key (workspace_id, id),
  check (num_nonnulls(introduction_state_id, offer_id, outcome_id, debrief_id) = 1),
  foreign key (workspace_id, introduction_state_id) references introduction_state (workspace_id, id) on delete cascade,
  foreign key (workspace_id, offer_id) references offer (workspace_id, id) on delete cascade,
  foreign key (workspace_id, outcome_id) references outcome (workspace_id, id) on delete cascade,
  foreign key (workspace_id, debrief_id) references debrief (workspace_id, id) on delete cascade
);
create unique index taken_back_introduction_state on taken_back (workspace_id, introduction_state_id);
create unique index taken_back_offer on taken_back (workspace_id, offer_id);
create unique index taken_back_outcome on taken_back (workspace_id, outcome_id);
create unique index taken_back_debrief on taken_back (workspace_id, debrief_id);

alter table taken_back enable row level security;
alter table taken_back force row level security;
create policy own_workspace on taken_back
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert on taken_back to acquaint_app;

-- What counts: said, and not taken back.
create view introduction_state_held with (security_invoker = true) as
  select said.* from introduction_state as said
  where not exists (select from taken_back as back
                    where back.workspace_id = said.workspace_id and back.introduction_state_id = said.id);
-- One whose draft was taken back, too, is none any more.
create view introduction_held with (security_invoker = true) as
  select asked.* from introduction as asked
  where exists (select from introduction_state_held as said
                where said.workspace_id = asked.workspace_id and said.introduction_id = asked.id);
create view offer_held with (security_invoker = true) as
  select said.* from offer as said
  where not exists (select from taken_back as back where back.workspace_id = said.workspace_id and back.offer_id = said.id);
create view outcome_held with (security_invoker = true) as
  select said.* from outcome as said
  where not exists (select from taken_back as back where back.workspace_id = said.workspace_id and back.outcome_id = said.id);
create view debrief_held with (security_invoker = true) as
  select said.* from debrief as said
  where not exists (select from taken_back as back where back.workspace_id = said.workspace_id and back.debrief_id = said.id);
create view enthusiasm_held with (security_invoker = true) as
  select said.* from enthusiasm as said
  where not exists (select from taken_back as back where back.workspace_id = said.workspace_id and back.debrief_id = said.debrief_id);
create view follow_up_held with (security_invoker = true) as
  select said.* from follow_up as said
  where not exists (select from taken_back as back where back.workspace_id = said.workspace_id and back.debrief_id = said.debrief_id);
grant select on introduction_state_held, introduction_held, offer_held, outcome_held, debrief_held, enthusiasm_held, follow_up_held
  to acquaint_app;
