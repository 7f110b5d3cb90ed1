-- What the columns of a list are read as, by a name of its own: offered again for a file with the same columns.

create table list_template (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  name         text not null,
  -- Column -> field, or "ignored".
  mapping      jsonb not null,
  at           timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

alter table list_template enable row level security;
alter table list_template force row level security;
create policy own_workspace on list_template
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on list_template to acquaint_app;
