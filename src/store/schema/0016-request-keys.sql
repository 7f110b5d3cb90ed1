-- Writes that their sender names by a key of its own: said again, because the answer was lost on the way, they are
-- done once and answered alike.

create table request_key (
  workspace_id uuid not null references workspace (id) on delete cascade,
  key          text not null,
  capability   text not null,
  -- Null only while it is being done.
  answer       jsonb,
  at           timestamptz not null,
  primary key (workspace_id, key)
);

alter table request_key enable row level security;
alter table request_key force row level security;
create policy own_workspace on request_key
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on request_key to acquaint_app;
