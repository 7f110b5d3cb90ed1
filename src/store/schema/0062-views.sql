-- Named views of a list: what it is filtered by, in which order it stands, which columns it shows.

create table desk_view (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  -- The mandate whose board it shows; null: of any.
  mandate_id   uuid,
  name         text not null,
  query        jsonb not null,
  by_member    uuid not null,
  -- Offered to colleagues, who may look and not change.
  shared       boolean not null,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id) on delete cascade
);
create index desk_view_mandate on desk_view (workspace_id, mandate_id) where mandate_id is not null;
create index desk_view_member on desk_view (workspace_id, by_member);

alter table desk_view enable row level security;
create policy own_workspace on desk_view
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
create policy insiders on desk_view as restrictive
  using ((select app_inside()) and (shared or by_member = (select app_member()))
         and (mandate_id is null or mandate_id in (select app_mandates())));
-- Who made it changes and removes it, and nobody else.
create policy own_to_change on desk_view as restrictive for update using (by_member = (select app_member()));
create policy own_to_remove on desk_view as restrictive for delete using (by_member = (select app_member()));
create policy own_to_make on desk_view as restrictive for insert with check (by_member = (select app_member()));
grant select, insert, update, delete on desk_view to acquaint_app;
