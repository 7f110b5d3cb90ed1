-- Reminders of one's own beside what was promised in a meeting; dated notes; how often one keeps in touch with whom.

-- A reminder hangs on no debrief. With a time it is due on the clock of its zone, whatever that clock does meanwhile.
alter table follow_up alter column debrief_id drop not null;
alter table follow_up add column due_time text check (due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
alter table follow_up add column time_zone text;
alter table follow_up add column added_at timestamptz;
update follow_up set added_at = debrief.at from debrief
  where debrief.workspace_id = follow_up.workspace_id and debrief.id = follow_up.debrief_id;
update follow_up set added_at = now() where added_at is null;
alter table follow_up alter column added_at set not null;
alter table follow_up add constraint follow_up_time check ((due_time is null) = (time_zone is null));
alter table follow_up drop constraint follow_up_kind_check;
alter table follow_up add constraint follow_up_kind_check
  check (kind in ('promised-to-me', 'promised-by-me', 'thank-you', 'reminder') and (debrief_id is not null or kind = 'reminder'));

-- What happened to a follow-up, appended. `due`: the day, and the time if any, that it is due from then on. A user is
-- told once of each time that it falls due.
create table follow_up_event (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  follow_up_id uuid not null,
  what         text not null check (what in ('put-off', 'done', 'reopened', 'told')),
  due          text not null,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, follow_up_id) references follow_up (workspace_id, id) on delete cascade
);
create unique index follow_up_told on follow_up_event (workspace_id, follow_up_id, due) where what = 'told';
create index follow_up_event_of on follow_up_event (workspace_id, follow_up_id);

-- What one writes down of somebody, with its day. `contact`: one was in touch.
create table note (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  person_id    uuid not null,
  says         text not null,
  on_day       text not null check (on_day ~ '^\d{4}-\d{2}-\d{2}$'),
  contact      boolean not null,
  at           timestamptz not null,
  removed_at   timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index note_person on note (workspace_id, person_id);

-- How often one wants to be in touch; appended: the newest holds, and one without days takes it back.
create table rhythm (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  person_id    uuid not null,
  days         integer check (days between 1 and 3650),
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index rhythm_person on rhythm (workspace_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['follow_up_event', 'note', 'rhythm'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;
-- A merge of two records hands notes and rhythms on; nothing else changes a row.
grant select, insert, update on note, rhythm to acquaint_app;
grant select, insert on follow_up_event to acquaint_app;
