-- The workspaces of an installation, who may enter, and what was done. Everything else hangs on a workspace.

create table workspace (
  id            uuid primary key,
  kind          text not null check (kind in ('personal', 'firm', 'programme')),
  name          text not null,
  -- The jobseeker of a personal workspace, once known.
  me            uuid,
  settings      jsonb not null,
  -- Counted up by every commit that wrote something; facts_version only when the graph may have changed.
  version       bigint not null,
  facts_version bigint not null,
  created_at    timestamptz not null
);

-- Sessions and one-time start links, kept as hashes only. They belong to the installation, not to a tenant.
create table session (
  token_hash   bytea primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  created_at   timestamptz not null,
  expires_at   timestamptz not null
);

create table start_link (
  token_hash   bytea primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  expires_at   timestamptz not null,
  used_at      timestamptz
);

-- Where a record came from: a file, a person's own word, a job board.
create table origin (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  kind         text not null,
  name         text not null,
  at           timestamptz not null,
  primary key (workspace_id, id)
);

-- What each source said last, record by record: a second import of the same changes nothing.
create table source_record (
  workspace_id uuid not null references workspace (id) on delete cascade,
  source       text not null,
  key          text not null,
  digest       text not null,
  subject      uuid,
  origin_id    uuid not null,
  primary key (workspace_id, source, key),
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);

create table audit (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  at           timestamptz not null,
  actor        text not null,
  door         text not null,
  capability   text not null,
  subject      jsonb not null,
  primary key (workspace_id, id)
);
