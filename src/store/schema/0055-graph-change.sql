-- Whom each commit touched, so that a graph in memory follows without being loaded anew (docs/adr/0016). A log: rows
-- fall away after a day, and nothing but the graph reads them.

create table graph_change (
  workspace_id uuid not null references workspace (id) on delete cascade,
  number       bigint generated always as identity,
  -- What is not visible in the snapshot of which somebody read is what they have not seen yet, whatever the order of commits.
  transaction  xid8 not null default pg_current_xact_id(),
  at           timestamptz not null default clock_timestamp(),
  kind         text not null check (kind in ('person', 'organization', 'unit', 'position', 'pair', 'opening', 'whole')),
  -- Two columns: people and their organizations, both people of pairs, organizations and their openings.
  ids          uuid[] not null,
  others       uuid[] not null,
  primary key (workspace_id, number)
);
create index graph_change_transaction on graph_change (workspace_id, transaction);
create index graph_change_at on graph_change (workspace_id, at);

alter table graph_change enable row level security;
alter table graph_change force row level security;
create policy own_workspace on graph_change
  using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, delete on graph_change to acquaint_app;

-- Notes the rows of one statement. Arguments: kind, the two ids as expressions over `r`, the columns that count (an
-- update that leaves them alone is none), further tables to join. More than 5,000 ids say no more than "everything".
create function note_graph_change() returns trigger language plpgsql as $$
declare
  kind text := tg_argv[0];
  cols text := 'workspace_id, ' || tg_argv[3];
  source text := case tg_op
    when 'INSERT' then format('select %1$s from after', cols)
    when 'DELETE' then format('select %1$s from before', cols)
    else format('(select %1$s from before except select %1$s from after)
                 union all (select %1$s from after except select %1$s from before)', cols) end;
begin
  execute format($sql$
    with touched as (
      select distinct r.workspace_id, %1$s as one, %2$s as other from (%3$s) as r %4$s),
    noted as (
      insert into graph_change (workspace_id, kind, ids, others)
      select id, case when count(*) > 5000 then 'whole' else %5$L end,
        case when count(*) > 5000 then '{}' else array_agg(one) end,
        case when count(*) > 5000 then '{}' else array_agg(other) end
      -- A workspace that is being deleted needs no log.
      from touched join workspace on id = workspace_id group by id
      returning workspace_id)
    select pg_notify('graph_change', workspace_id::text) from noted$sql$,
    tg_argv[1], tg_argv[2], source, coalesce(tg_argv[4], ''), kind);
  return null;
end $$;

do $$
declare
  -- Whoever met whom: the seeker and each person of a debrief.
  met constant text := 'least(seeker, p.person_id)';
  whom constant text := 'greatest(seeker, p.person_id)';
  facts constant text[][] := array[
    ['person', 'person', 'r.id', 'r.id', 'id, merged_into, headline, summary, skills', ''],
    ['organization', 'organization', 'r.id', 'r.id', 'id, head_count', ''],
    ['unit', 'unit', 'r.organization_id', 'r.organization_id', 'organization_id, name, head_count', ''],
    ['position', 'position', 'r.person_id', 'r.organization_id',
     'id, person_id, organization_id, title, unit, from_date, to_date, ended, seen_on', ''],
    ['connection', 'pair', 'r.a', 'r.b', 'a, b, since', ''],
    ['contact', 'pair', 'least(r.from_person, r.to_person)', 'greatest(r.from_person, r.to_person)',
     'id, channel, from_person, to_person, at', ''],
    ['recommendation', 'pair', 'least(r.from_person, r.to_person)', 'greatest(r.from_person, r.to_person)',
     'id, from_person, to_person, given_on', ''],
    ['tie_word', 'pair', 'r.a', 'r.b', 'id, a, b, says, at, takes_back', ''],
    ['opening', 'opening', 'r.organization_id', 'r.id',
     'id, organization_id, title, description, until_date, closed_at', ''],
    ['debrief_person', 'pair', 'least(seeker, r.person_id)', 'greatest(seeker, r.person_id)',
     'debrief_id, person_id, chemistry, would_take_call',
     'join debrief d on d.workspace_id = r.workspace_id and d.id = r.debrief_id
      join meeting m on m.workspace_id = r.workspace_id and m.id = d.meeting_id
      join invitation i on i.workspace_id = r.workspace_id and i.id = m.invitation_id where seeker is not null'],
    ['debrief', 'pair', met, whom, 'id, meeting_id, side, at',
     'join debrief_person p on p.workspace_id = r.workspace_id and p.debrief_id = r.id
      join meeting m on m.workspace_id = r.workspace_id and m.id = r.meeting_id
      join invitation i on i.workspace_id = r.workspace_id and i.id = m.invitation_id where seeker is not null'],
    ['meeting', 'pair', met, whom, 'id, invitation_id, starts_at, on_day',
     'join debrief d on d.workspace_id = r.workspace_id and d.meeting_id = r.id
      join debrief_person p on p.workspace_id = r.workspace_id and p.debrief_id = d.id
      join invitation i on i.workspace_id = r.workspace_id and i.id = r.invitation_id where seeker is not null'],
    ['invitation', 'pair', met, whom, 'id, seeker',
     'join meeting m on m.workspace_id = r.workspace_id and m.invitation_id = r.id
      join debrief d on d.workspace_id = r.workspace_id and d.meeting_id = m.id
      join debrief_person p on p.workspace_id = r.workspace_id and p.debrief_id = d.id where seeker is not null']];
  -- Indices would move, or what it hung on is gone before it can be told whom it touched.
  whole constant text[] := array['person', 'organization', 'debrief', 'meeting', 'invitation'];
  fact text[];
  arguments text;
begin
  foreach fact slice 1 in array facts loop
    arguments := format('note_graph_change(%L, %L, %L, %L, %L)', fact[2], fact[3], fact[4], fact[5], fact[6]);
    execute format('create trigger graph_insert after insert on %I referencing new table as after
      for each statement execute function %s', fact[1], arguments);
    execute format('create trigger graph_update after update on %I referencing old table as before new table as after
      for each statement execute function %s', fact[1], arguments);
    if fact[1] = any(whole) then
      arguments := format('note_graph_change(%L, %L, %L, %L, %L)', 'whole', 'r.id', 'r.id', 'id', '');
    end if;
    execute format('create trigger graph_delete after delete on %I referencing old table as before
      for each statement execute function %s', fact[1], arguments);
  end loop;
end $$;
