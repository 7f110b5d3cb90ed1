-- The search firm's desk: mandates, who is considered for them, who may not be approached.

-- A group: the organization above this one. What is off limits for the one above is so for those below.
alter table organization add parent_id uuid,
  add foreign key (workspace_id, parent_id) references organization (workspace_id, id),
  add check (parent_id <> id);
create index organization_parent on organization (workspace_id, parent_id) where parent_id is not null;

create table mandate (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  title        text not null,
  client_id    uuid not null,
  opening_id   uuid,
  brief        text,
  engagement   text not null check (engagement in ('retained', 'contingent', 'interim', 'advisory')),
  fee          text,
  starts_on    text,
  due_on       text,
  -- Seen by its team alone.
  confidential boolean not null,
  created_at   timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, client_id) references organization (workspace_id, id),
  foreign key (workspace_id, opening_id) references opening (workspace_id, id)
);

create table mandate_state (
  workspace_id uuid not null,
  id           uuid not null,
  mandate_id   uuid not null,
  state        text not null check (state in ('open', 'on-hold', 'placed', 'cancelled', 'terminated', 'no-contract')),
  note         text,
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id) on delete cascade
);
create index mandate_state_mandate on mandate_state (workspace_id, mandate_id);

create table mandate_team (
  workspace_id uuid not null,
  mandate_id   uuid not null,
  member_id    uuid not null,
  part         text not null check (part in ('lead', 'team')),
  added_at     timestamptz not null,
  primary key (workspace_id, mandate_id, member_id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create index mandate_team_member on mandate_team (workspace_id, member_id);

-- The client's people: who decides, who interviews, who arranges.
create table client_contact (
  workspace_id uuid not null,
  mandate_id   uuid not null,
  person_id    uuid not null,
  part         text,
  primary key (workspace_id, mandate_id, person_id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index client_contact_person on client_contact (workspace_id, person_id);

-- A person considered for a mandate. `moves` counts the moves: who moves a card says which state they saw.
create table candidacy (
  workspace_id uuid not null,
  id           uuid not null,
  mandate_id   uuid not null,
  person_id    uuid not null,
  -- How they came to be considered: found, applied, or pointed out by somebody.
  source       text not null check (source in ('research', 'network', 'applied', 'recommended', 'own-pool')),
  source_person uuid,
  moves        integer not null,
  -- When the candidate learned of this mandate.
  told_at      timestamptz,
  -- Why somebody off limits was considered all the same.
  override     text,
  added_at     timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id) on delete cascade,
  -- Nobody deletes a person whose candidacy they cannot see.
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, source_person) references person (workspace_id, id)
);
create index candidacy_mandate on candidacy (workspace_id, mandate_id);
create index candidacy_person on candidacy (workspace_id, person_id);
create index candidacy_source_person on candidacy (workspace_id, source_person) where source_person is not null;

create table candidacy_state (
  workspace_id uuid not null,
  id           uuid not null,
  candidacy_id uuid not null,
  stage        text not null check (stage in ('longlist', 'approached', 'interested', 'shortlist', 'presented',
                                              'interviewing', 'offered', 'placed', 'they-declined', 'we-declined',
                                              'withdrawn')),
  reason       text,
  note         text,
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, candidacy_id) references candidacy (workspace_id, id) on delete cascade
);
create index candidacy_state_candidacy on candidacy_state (workspace_id, candidacy_id);

-- Whom the firm does not approach: a person, an organization, or an organization with all below it.
create table off_limits (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  id              uuid not null,
  person_id       uuid,
  organization_id uuid,
  with_group      boolean not null,
  effect          text not null check (effect in ('warn', 'block')),
  because         text not null,
  -- The last day on which it holds.
  until_date      date,
  by_member       uuid,
  at              timestamptz not null,
  lifted_at       timestamptz,
  primary key (workspace_id, id),
  check ((person_id is null) <> (organization_id is null)),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organization_id) references organization (workspace_id, id)
);
create index off_limits_person on off_limits (workspace_id, person_id) where person_id is not null;
create index off_limits_organization on off_limits (workspace_id, organization_id) where organization_id is not null;

-- Which mandates the viewer may know of. It looks past the walls to say so, and is asked by them: its owner is not
-- bound by the policies of these tables, which are not forced upon it.
create function app_mandates() returns setof uuid stable security definer set search_path = public language sql as $$
  select m.id from mandate m
  where m.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
    and case
      when app_role() = 'system' then true
      when app_inside() then not m.confidential or exists (
        select from mandate_team t
        where t.workspace_id = m.workspace_id and t.mandate_id = m.id and t.member_id = app_member())
      when app_role() = 'client-contact' then exists (
        select from client_contact c
        where c.workspace_id = m.workspace_id and c.mandate_id = m.id and c.person_id = app_person())
      else exists (
        select from candidacy c
        where c.workspace_id = m.workspace_id and c.mandate_id = m.id and c.person_id = app_person()
          and c.told_at is not null)
    end
$$;

-- Who leaves hands on what nobody else works on: a confidential mandate would otherwise be there for nobody any more.
create function app_hand_on(leaver uuid, heir uuid, at timestamptz) returns void
volatile security definer set search_path = public language sql as $$
  insert into mandate_team (workspace_id, mandate_id, member_id, part, added_at)
  select t.workspace_id, t.mandate_id, heir, 'lead', at from mandate_team t
  where t.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and t.member_id = leaver
    and app_role() = 'owner' and not exists (
      select from mandate_team o join member m on m.workspace_id = o.workspace_id and m.id = o.member_id
      where o.workspace_id = t.workspace_id and o.mandate_id = t.mandate_id and o.member_id <> leaver
        and m.ended_at is null and m.role in ('owner', 'consultant', 'researcher', 'adviser'))
  on conflict do nothing
$$;

-- The client of a mandate that the viewer may know of; organizations are not a candidate's to read.
create function app_client_of(mandate uuid) returns text stable security definer set search_path = public language sql as $$
  select o.name from mandate m join organization o on o.workspace_id = m.workspace_id and o.id = m.client_id
  where m.id = $1 and m.id in (select app_mandates())
$$;

do $$
declare t text;
begin
  foreach t in array array['mandate', 'mandate_state', 'mandate_team', 'client_contact', 'candidacy',
                           'candidacy_state', 'off_limits'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert on %I to acquaint_app', t);
  end loop;
end $$;
grant update on mandate, mandate_team, client_contact, candidacy, off_limits to acquaint_app;
grant delete on mandate_team, client_contact to acquaint_app;

-- One opens a confidential mandate before one is of its team: what is written is checked by the workspace alone.
create policy insiders on mandate as restrictive for select using (id in (select app_mandates()));
create policy insiders on mandate_state as restrictive
  using ((select app_inside()) and mandate_id in (select app_mandates()));
create policy insiders on mandate_team as restrictive for select
  using ((select app_inside()) and mandate_id in (select app_mandates()));
create policy insiders on client_contact as restrictive
  using (mandate_id in (select app_mandates()) and ((select app_inside()) or person_id = (select app_person())));
-- A candidate sees that they are considered; for what, once they were told: that is the mandate's own wall.
create policy insiders on candidacy as restrictive
  using (case when (select app_inside()) then mandate_id in (select app_mandates())
              else (select app_role()) in ('candidate', 'member') and person_id = (select app_person()) end);
create policy insiders on candidacy_state as restrictive
  using (candidacy_id in (select id from candidacy));
create policy insiders on off_limits as restrictive using ((select app_inside()));

-- The log tells of a mandate only to those who know of it.
create policy unknown_mandates on audit as restrictive for select using (
  subject ->> 'mandate' is null or (subject ->> 'mandate')::uuid in (select app_mandates()));
