-- How long somebody stays on record without anything happening. Without a row nobody is erased by time.
create table retention (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  months       integer not null check (months between 1 and 240),
  -- How long somebody who was asked may be silent.
  silent_days  integer not null check (silent_days between 7 and 365),
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id)
);

-- Somebody was asked whether they want to stay on record; or stays, and why.
create table retention_step (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  person_id    uuid not null,
  step         text not null check (step in ('asked', 'kept')),
  says         text not null,
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index retention_step_person on retention_step (workspace_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['retention', 'retention_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('create policy insiders on %I as restrictive using ((select app_inside()))', t);
  end loop;
end $$;
grant select, insert, update, delete on retention to acquaint_app;
-- A merge of two records hands them on.
grant select, insert, update on retention_step to acquaint_app;

-- Nobody is due while they are considered, not even for a mandate that who asks may not know of: this says that something
-- is under way, and not what.
create function app_is_considered(person uuid) returns boolean stable security definer set search_path = public language sql as $$
  select exists (
    select from candidacy c
    where c.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and c.person_id = $1
      and (select s.stage from candidacy_state s where s.workspace_id = c.workspace_id and s.candidacy_id = c.id
           order by s.at desc, s.id desc limit 1) not in ('placed', 'they-declined', 'we-declined', 'withdrawn'))
$$;
