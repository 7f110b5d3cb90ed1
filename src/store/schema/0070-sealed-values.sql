-- What somebody in a shared workspace will not work for is sealed under a key that lies in no table and is used in their
-- own sessions alone: whoever reads the database, its files or a backup of it reads nothing (docs/adr/0021).
alter table value_stance add column sealed bytea;
alter table value_stance alter column sector drop not null;
alter table value_stance alter column stance drop not null;
alter table value_stance add check ((sector is null) = (sealed is not null) and (stance is null) = (sealed is not null));

-- To which organizations somebody is not to be presented: all that the firm sees of what they will not work for. Worked
-- out in their own session, where the values are open.
create table not_to_present (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  person_id       uuid not null,
  organization_id uuid not null,
  at              timestamptz not null,
  primary key (workspace_id, person_id, organization_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organization_id) references organization (workspace_id, id) on delete cascade
);
create index not_to_present_organization on not_to_present (workspace_id, organization_id);
alter table not_to_present enable row level security;
alter table not_to_present force row level security;
create policy own_workspace on not_to_present using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
create policy insiders on not_to_present as restrictive
  using ((select app_inside()) or person_id = (select app_person()));
-- A merge of two records hands them on.
grant select, insert, update, delete on not_to_present to acquaint_app;
