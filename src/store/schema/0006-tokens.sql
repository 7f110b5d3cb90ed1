-- Bearer tokens for scripts and assistants: kept as hashes, limited to named capabilities if wished, revocable.
-- Not forced upon the owner, who looks a token up before any workspace is known.

create table api_token (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  token_hash   bytea not null,
  name         text not null,
  -- Capabilities that it may use; null: all that its maker may.
  only_these   text[],
  created_at   timestamptz not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  primary key (workspace_id, id)
);
create unique index api_token_hash on api_token (workspace_id, token_hash);
create index api_token_lookup on api_token (token_hash);

alter table api_token enable row level security;
create policy own_workspace on api_token using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update on api_token to acquaint_app;
