-- What the candidates of a mandate are looked at for, with which weight; and how each interviewer saw them. Criteria
-- stand before the first scorecard is in; others' are seen once one's own is in.

create table criterion (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  mandate_id   uuid not null,
  place        integer not null,
  name         text not null,
  weight       integer not null check (weight between 1 and 5),
  primary key (workspace_id, id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id) on delete cascade
);
create index criterion_mandate on criterion (workspace_id, mandate_id);

create table scorecard (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  candidacy_id uuid not null,
  by_member    uuid not null,
  note         text,
  at           timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, candidacy_id, by_member),
  foreign key (workspace_id, candidacy_id) references candidacy (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index scorecard_member on scorecard (workspace_id, by_member);

create table scorecard_mark (
  workspace_id uuid not null,
  scorecard_id uuid not null,
  criterion_id uuid not null,
  mark         integer not null check (mark between 1 and 5),
  primary key (workspace_id, scorecard_id, criterion_id),
  foreign key (workspace_id, scorecard_id) references scorecard (workspace_id, id) on delete cascade,
  foreign key (workspace_id, criterion_id) references criterion (workspace_id, id) on delete cascade
);
create index scorecard_mark_criterion on scorecard_mark (workspace_id, criterion_id);

-- These look past the walls, and say of what is hidden no more than that it is there.
create function app_is_marked(mandate uuid) returns boolean
stable security definer set search_path = public language sql as $$
  select exists (
    select from scorecard s join candidacy c on c.workspace_id = s.workspace_id and c.id = s.candidacy_id
    where s.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and c.mandate_id = $1)
    and $1 in (select app_mandates())
$$;
create function app_scorecards_in(candidacy uuid) returns integer
stable security definer set search_path = public language sql as $$
  select count(*)::integer from scorecard s join candidacy c on c.workspace_id = s.workspace_id and c.id = s.candidacy_id
  where s.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and s.candidacy_id = $1
    and app_inside() and c.mandate_id in (select app_mandates())
$$;
create function app_own_scorecards() returns setof uuid
stable security definer set search_path = public language sql as $$
  select candidacy_id from scorecard
  where workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and by_member = app_member()
$$;

do $$
declare t text;
begin
  foreach t in array array['criterion', 'scorecard', 'scorecard_mark'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert on %I to acquaint_app', t);
  end loop;
end $$;
grant delete on criterion to acquaint_app;

create policy insiders on criterion as restrictive
  using ((select app_inside()) and mandate_id in (select app_mandates()));
create policy fixed_to_add on criterion as restrictive for insert with check (not app_is_marked(mandate_id));
create policy fixed_to_remove on criterion as restrictive for delete using (not app_is_marked(mandate_id));
create policy insiders on scorecard as restrictive
  using ((select app_inside()) and candidacy_id in (select id from candidacy));
create policy own_first on scorecard as restrictive for select using (
  by_member = (select app_member()) or (select app_role()) = 'system'
  or candidacy_id in (select app_own_scorecards()));
create policy own_to_make on scorecard as restrictive for insert with check (by_member = (select app_member()));
create policy insiders on scorecard_mark as restrictive using (scorecard_id in (select id from scorecard));
