-- A long list is written in parts, each with its rows and how far it came in one transaction: stopped or killed, it
-- goes on at the next row. The list itself is not kept; its digest tells whether it is the same one.

create table import_run (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  name         text not null,
  digest       bytea not null,
  mapping      jsonb not null,
  state        text not null check (state in ('running', 'stopped', 'done')),
  -- Rows below the header: all of them, and how many are behind.
  total        integer not null,
  next         integer not null default 0 check (next between 0 and total),
  -- What became of those behind; skipped and rejected rows are told by the list.
  created      integer not null default 0,
  updated      integer not null default 0,
  unchanged    integer not null default 0,
  origin_id    uuid not null,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);
create index import_run_digest on import_run (workspace_id, digest);

alter table import_run enable row level security;
alter table import_run force row level security;
create policy own_workspace on import_run
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on import_run to acquaint_app;
