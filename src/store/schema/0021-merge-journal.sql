-- Two records that became one, and what that moved: a merge can be taken back at any later day.

create table person_merge (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  gone         uuid not null,
  stays        uuid not null,
  -- Everybody whose rows it touched: what hangs together is taken back together.
  people       uuid[] not null,
  at           timestamptz not null,
  undone_at    timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, gone) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, stays) references person (workspace_id, id) on delete cascade
);
create index person_merge_gone on person_merge (workspace_id, gone);
create index person_merge_stays on person_merge (workspace_id, stays);

-- One row for each row that a merge changed, by its key afterwards: the columns that changed. Without `after` the row
-- fell away, without `before` it was added; then the other one is the whole row.
create table merge_journal (
  workspace_id uuid not null,
  merge_id     uuid not null,
  number       integer not null,
  table_name   text not null,
  key          jsonb not null,
  before       jsonb,
  after        jsonb,
  primary key (workspace_id, merge_id, number),
  check (before is not null or after is not null),
  foreign key (workspace_id, merge_id) references person_merge (workspace_id, id) on delete cascade
);
create index merge_journal_word on merge_journal (workspace_id, (key ->> 'id')) where table_name = 'tie_word';

do $$
declare t text;
begin
  foreach t in array array['person_merge', 'merge_journal'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;
grant select, insert, update on person_merge to acquaint_app;
grant select, insert, delete on merge_journal to acquaint_app;

-- Words stay append-only: what may fall away is only the repetition by which a merge handed a word on.
grant delete on tie_word to acquaint_app;
create policy only_said_again on tie_word as restrictive for delete using (
  exists (select from merge_journal as said
          where said.workspace_id = tie_word.workspace_id and said.table_name = 'tie_word'
            and said.before is null and said.key ->> 'id' = tie_word.id::text));
