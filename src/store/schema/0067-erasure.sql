-- Forgetting a person for good: history that nobody may overwrite forgets them, too, and so does the log.

-- The application's own role cannot change or delete history. Erasing steps aside into a role that can, for that alone:
-- it is bound to the workspace by the same policies.
do $$
begin
  if not exists (select from pg_roles where rolname = 'acquaint_eraser') then
    create role acquaint_eraser nologin;
  end if;
end $$;
grant usage on schema public to acquaint_eraser;
grant select, update on workspace to acquaint_eraser;
do $$
declare t text;
begin
  for t in select c.relname from pg_class c
           where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity and c.relname <> 'workspace'
  loop
    execute format('grant select, insert, update, delete on %I to acquaint_eraser', t);
  end loop;
end $$;
-- A table that comes later cannot be forgotten.
alter default privileges in schema public grant select, insert, update, delete on tables to acquaint_eraser;

create function app_erasing() returns boolean stable language sql as $$ select current_user = 'acquaint_eraser' $$;

alter policy only_said_again on tie_word using ((select app_erasing()) or
  exists (select from merge_journal as said
          where said.workspace_id = tie_word.workspace_id and said.table_name = 'tie_word'
            and said.before is null and said.key ->> 'id' = tie_word.id::text));
alter policy insiders on request_key using (sender = (select app_sender()) or (select app_erasing()));
alter policy insiders on desk_view using ((select app_erasing()) or
  (select app_inside()) and (shared or by_member = (select app_member()))
  and (mandate_id is null or mandate_id in (select app_mandates())));
alter policy own_to_change on desk_view using ((select app_erasing()) or by_member = (select app_member()));
alter policy own_to_remove on desk_view using ((select app_erasing()) or by_member = (select app_member()));

-- An erased person's record leads to itself (merged_into = id): whatever leaves out what was merged leaves it out, too,
-- and whatever counts what happened still counts it.
alter table person add column erased_at timestamptz;

-- That somebody was erased, never who. `purged_at`: when their bytes were gone from the disk, too.
create table erasure (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  because      text not null check (because in ('asked', 'no-basis', 'retention', 'other')),
  by_member    uuid,
  -- Rows by what became of them.
  gone         integer not null,
  kept         integer not null,
  replaced     integer not null,
  at           timestamptz not null,
  purged_at    timestamptz,
  primary key (workspace_id, id)
);

-- By what an erased person would be known again: HMAC-SHA-256 under a key that the database does not hold.
create table erased_key (
  workspace_id uuid not null references workspace (id) on delete cascade,
  hash         bytea not null,
  primary key (workspace_id, hash)
);

-- What a person asks for themselves; staff answer it.
create table erasure_wish (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  person_id    uuid not null,
  at           timestamptz not null,
  answer       text,
  answered_at  timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index erasure_wish_person on erasure_wish (workspace_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['erasure', 'erased_key', 'erasure_wish'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
  end loop;
end $$;
create policy insiders on erasure as restrictive using ((select app_inside()));
create policy insiders on erased_key as restrictive using ((select app_inside()));
create policy insiders on erasure_wish as restrictive using ((select app_inside()) or person_id = (select app_person()));
grant select, insert, update on erasure to acquaint_app;
-- Who is added all the same, by hand and with a reason, is not skipped any more.
grant select, insert, delete on erased_key to acquaint_app;
grant select, insert, update on erasure_wish to acquaint_app;

-- Of rows of a list that are behind: how many were skipped because the person was erased.
alter table import_run add column erased integer not null default 0;
