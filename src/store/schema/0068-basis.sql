-- On which ground and for what somebody is on record, where it is not the one that follows from their origin. Appended:
-- the newest counts.
create table person_basis (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  person_id    uuid not null,
  basis        text not null check (basis in ('legitimate-interest', 'consent', 'contract', 'legal-obligation')),
  purpose      text not null,
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index person_basis_person on person_basis (workspace_id, person_id);

-- What somebody was told of being on record, as it went out.
create table person_informed (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  person_id    uuid not null,
  says         text not null,
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index person_informed_person on person_informed (workspace_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['person_basis', 'person_informed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('create policy insiders on %I as restrictive using ((select app_inside()) or person_id = (select app_person()))', t);
  end loop;
end $$;
-- A merge of two records hands them on; nothing else changes a row.
grant select, insert, update on person_basis, person_informed to acquaint_app;
