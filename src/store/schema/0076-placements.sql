-- An offer that was accepted for a mandate: its id is that of the answer, from which the lineage goes back.

create table placement (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  id              uuid not null,
  candidacy_id    uuid not null,
  starts_on       date not null,
  fee             text,
  -- The last day on which the firm finds somebody else without a new fee.
  guarantee_until date,
  by_member       uuid,
  at              timestamptz not null,
  primary key (workspace_id, id),
  check (guarantee_until >= starts_on),
  foreign key (workspace_id, id) references outcome (workspace_id, id) on delete cascade,
  foreign key (workspace_id, candidacy_id) references candidacy (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index placement_candidacy on placement (workspace_id, candidacy_id);

alter table placement enable row level security;
create policy own_workspace on placement
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
create policy insiders on placement as restrictive
  using ((select app_inside()) and candidacy_id in (select id from candidacy));
grant select, insert on placement to acquaint_app;

-- What is to be done about a placement is seen by those who may know of its mandate.
alter table follow_up add column placement_id uuid;
alter table follow_up add foreign key (workspace_id, placement_id) references placement (workspace_id, id) on delete cascade;
create index follow_up_placement on follow_up (workspace_id, placement_id) where placement_id is not null;
create policy of_placement on follow_up as restrictive
  using (placement_id is null or placement_id in (select id from placement));
