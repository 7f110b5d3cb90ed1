-- Row-level security on every tenant table. The application steps down to acquaint_app in each transaction
-- and names one workspace; without a name it sees nothing. History is append-only for it.

do $$
begin
  if not exists (select from pg_roles where rolname = 'acquaint_app') then
    create role acquaint_app nologin;
  end if;
end $$;

grant usage on schema public to acquaint_app;

do $$
declare t text;
begin
  for t in select table_name from information_schema.columns
           where table_schema = 'public' and column_name = 'workspace_id' and table_name not in ('session', 'start_link')
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to acquaint_app', t);
  end loop;
end $$;

-- Not forced upon the owner, who opens workspaces before one is named.
alter table workspace enable row level security;
create policy own_workspace on workspace using (id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, update on workspace to acquaint_app;

revoke update, delete on audit, decision, introduction_state, outcome, tie_word from acquaint_app;
