-- An invitation that was a mistake leaves the list; what hangs on it stays, and it can come back.
alter table invitation add column removed_at timestamptz;

-- "back": the decision before it is taken back, and the invitation is undecided again. Appended, like any decision.
alter table decision drop constraint decision_verdict_check;
alter table decision add constraint decision_verdict_check check (verdict in ('take', 'refuse', 'back'));

-- Who is in one round, where somebody said so: people of the invitation's room. A round without any has the whole room.
create table round_guest (
  workspace_id uuid not null references workspace (id) on delete cascade,
  meeting_id   uuid not null,
  person_id    uuid not null,
  primary key (workspace_id, meeting_id, person_id),
  foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index round_guest_person on round_guest (workspace_id, person_id);

alter table round_guest enable row level security;
alter table round_guest force row level security;
create policy own_workspace on round_guest
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on round_guest to acquaint_app;

-- What was sent after a meeting: the text as it went out, once its sender said so. Appended.
create table letter (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  follow_up_id uuid not null,
  says         text not null,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, follow_up_id) references follow_up (workspace_id, id) on delete cascade
);
create index letter_follow_up on letter (workspace_id, follow_up_id);

alter table letter enable row level security;
alter table letter force row level security;
create policy own_workspace on letter
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert on letter to acquaint_app;
