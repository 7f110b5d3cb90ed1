-- The organizations in which one looks for the candidates of a mandate.

create table target_organization (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  id              uuid not null,
  mandate_id      uuid not null,
  organization_id uuid not null,
  note            text,
  by_member       uuid,
  at              timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, mandate_id, organization_id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organization_id) references organization (workspace_id, id),
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index target_organization_of on target_organization (workspace_id, organization_id);

alter table target_organization enable row level security;
create policy own_workspace on target_organization
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
create policy insiders on target_organization as restrictive
  using ((select app_inside()) and mandate_id in (select app_mandates()));
grant select, insert, delete on target_organization to acquaint_app;
