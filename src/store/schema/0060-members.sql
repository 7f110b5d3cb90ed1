-- Several people in one workspace, each with a role: who they are at the door, and what they see.
-- A second wall stands inside the first: `own_workspace` keeps workspaces apart, `insiders` keeps from candidates,
-- client contacts and members what is not theirs. It is restrictive: a table that says nothing else shows them nothing.

create table member (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  email        text not null,
  name         text not null,
  role         text not null check (role in ('owner', 'consultant', 'researcher', 'adviser', 'candidate',
                                             'client-contact', 'member')),
  -- Their own record in the pool.
  person_id    uuid,
  added_at     timestamptz not null,
  -- When they first signed in: from then on no colleague can make a link that opens their account.
  entered_at   timestamptz,
  ended_at     timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id)
);
-- One is in a workspace once at a time; who left may come back.
create unique index member_email on member (workspace_id, lower(email)) where ended_at is null;
create index member_person on member (workspace_id, person_id);

alter table session add member_id uuid,
  add foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade;
alter table start_link add member_id uuid,
  add foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade;
-- A member's link is made within a transaction of the workspace, and never read there.
alter table start_link enable row level security;
create policy own_workspace on start_link
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant insert on start_link to acquaint_app;
alter table api_token add member_id uuid,
  add foreign key (workspace_id, member_id) references member (workspace_id, id);
alter table audit add member_id uuid;
-- Two people may choose the same key for a write. The nil UUID is who is no member: the owner of a personal workspace.
alter table request_key add sender uuid not null default '00000000-0000-0000-0000-000000000000',
  drop constraint request_key_pkey, add primary key (workspace_id, sender, key);

-- Who looks: set with the workspace at the beginning of each transaction. Unset is nobody.
create function app_sender() returns uuid stable language sql
  as $$ select coalesce(nullif(current_setting('app.member', true), '')::uuid, '00000000-0000-0000-0000-000000000000') $$;
create function app_role() returns text stable language sql
  as $$ select nullif(current_setting('app.role', true), '') $$;
create function app_member() returns uuid stable language sql
  as $$ select nullif(current_setting('app.member', true), '')::uuid $$;
create function app_person() returns uuid stable language sql
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
-- `system`: the house itself, at work for nobody in particular (following changes, making a demo).
create function app_inside() returns boolean stable language sql
  as $$ select coalesce(current_setting('app.role', true) in ('owner', 'consultant', 'researcher', 'adviser', 'system'), false) $$;
-- A personal workspace is one person's: everything in it is theirs.
create function app_alone() returns boolean stable language sql
  as $$ select exists (select from workspace where kind = 'personal') $$;

alter table member enable row level security;
create policy own_workspace on member using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update on member to acquaint_app;

do $$
declare t text;
begin
  for t in select c.relname from pg_class c
           where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
             and c.relname not in ('workspace', 'audit', 'request_key', 'origin', 'member', 'person', 'person_key',
                                   'position', 'organization', 'value_stance', 'hard_limit', 'organization_word',
                                   -- Ids alone, written by the triggers of whoever writes.
                                   'graph_change')
  loop
    execute format('create policy insiders on %I as restrictive using ((select app_inside()))', t);
  end loop;
end $$;

-- Their own record, and what hangs on it.
create policy insiders on person as restrictive using ((select app_inside()) or id = (select app_person()));
create policy insiders on person_key as restrictive
  using ((select app_inside()) or person_id = (select app_person()));
create policy insiders on position as restrictive
  using ((select app_inside()) or person_id = (select app_person()));
-- Where they work and worked; the list of whom the firm knows is the firm's.
create policy insiders on organization as restrictive
  using ((select app_inside()) or id in (select organization_id from position where person_id = (select app_person())));
create policy insiders on member as restrictive using ((select app_inside()) or id = (select app_member()));

-- What a person will not work for, and says of organizations for themselves: readable by them alone, in every role.
create policy insiders on value_stance as restrictive
  using ((select app_alone()) or person_id = (select app_person()) or (select app_role()) = 'system');
create policy insiders on hard_limit as restrictive
  using ((select app_alone()) or person_id = (select app_person()) or (select app_role()) = 'system');
create policy insiders on organization_word as restrictive
  using ((select app_alone()) or (select app_inside()) or person_id = (select app_person()));

-- What they do is recorded, and read by insiders alone.
create policy insiders on audit as restrictive for select using ((select app_inside()));
create policy insiders on request_key as restrictive
  using (sender = (select app_sender()));
alter table request_key alter column sender set default app_sender();
create policy insiders on origin as restrictive for select using ((select app_inside())
  or id in (select origin_id from position where person_id = (select app_person())
            union select origin_id from person where id = (select app_person())
            union select origin_id from person_key where person_id = (select app_person())));
