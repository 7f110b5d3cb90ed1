-- Originals that somebody has to confirm before anything of them is believed: resumes as they came.

create table document (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  name         text not null,
  kind         text not null check (kind in ('pdf', 'docx')),
  bytes        bytea not null,
  -- SHA-256 of the bytes: the same file twice is one document.
  digest       bytea not null,
  -- Whom it is about, once confirmed.
  person_id    uuid,
  confirmed_at timestamptz,
  origin_id    uuid not null,
  primary key (workspace_id, id),
  unique (workspace_id, digest),
  foreign key (workspace_id, origin_id) references origin (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index document_person on document (workspace_id, person_id);

alter table document enable row level security;
alter table document force row level security;
create policy own_workspace on document using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on document to acquaint_app;
