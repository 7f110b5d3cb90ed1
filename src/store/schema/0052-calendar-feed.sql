-- The address under which a calendar program may read the meetings: one a workspace, its secret kept as a hash.
-- Not forced upon the owner, who looks a secret up before any workspace is known.

create table calendar_feed (
  workspace_id uuid not null references workspace (id) on delete cascade,
  secret_hash  bytea not null,
  titles       boolean not null,
  made_at      timestamptz not null,
  primary key (workspace_id)
);
create unique index calendar_feed_secret on calendar_feed (secret_hash);

alter table calendar_feed enable row level security;
create policy own_workspace on calendar_feed
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on calendar_feed to acquaint_app;
