-- A report to the client: what was shared for a mandate on that day, kept as it was.

create table client_report (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  mandate_id   uuid not null,
  content      jsonb not null,
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index client_report_mandate on client_report (workspace_id, mandate_id);

alter table client_report enable row level security;
create policy own_workspace on client_report
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
create policy insiders on client_report as restrictive
  using ((select app_inside()) and mandate_id in (select app_mandates()));
grant select, insert on client_report to acquaint_app;
