-- What a candidate says is not right in what is held about them; the firm answers. Both are kept.
create table objection (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  person_id    uuid not null,
  -- What it is about, in the words of the portal: a field, a position, a stage and its reason.
  about        text not null,
  says         text not null,
  at           timestamptz not null,
  answer       text,
  answered_by  uuid,
  answered_at  timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index objection_person on objection (workspace_id, person_id);

alter table objection enable row level security;
create policy own_workspace on objection using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
create policy insiders on objection as restrictive using ((select app_inside()) or person_id = (select app_person()));
grant select, insert, update on objection to acquaint_app;
