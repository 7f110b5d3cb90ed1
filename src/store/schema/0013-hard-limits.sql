-- A person's own hard limits: where, when and for how much they can work at all. Theirs alone, and appended: the newest
-- row of a kind holds, and one without a rule takes the limit back.

create table hard_limit (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  person_id    uuid not null,
  kind         text not null check (kind in ('place', 'time', 'days', 'present-employer', 'pay')),
  rule         jsonb,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);

alter table hard_limit enable row level security;
alter table hard_limit force row level security;
create policy own_workspace on hard_limit
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
-- A merge of two records hands the limits on; nothing else changes a row.
grant select, insert, update on hard_limit to acquaint_app;
