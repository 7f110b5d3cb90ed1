-- What a client is shown of a candidacy, field by field; and what they say of it. Appended: the newest sharing holds,
-- and one without fields takes it back.

create table candidacy_share (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  candidacy_id uuid not null,
  fields       text[] not null
    check (fields <@ array['name', 'work', 'career', 'summary', 'salary', 'documents']),
  -- Written for the client, as are the expectations.
  summary      text,
  salary       text,
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, candidacy_id) references candidacy (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index candidacy_share_candidacy on candidacy_share (workspace_id, candidacy_id);

create table share_document (
  workspace_id uuid not null,
  share_id     uuid not null,
  document_id  uuid not null,
  primary key (workspace_id, share_id, document_id),
  foreign key (workspace_id, share_id) references candidacy_share (workspace_id, id) on delete cascade,
  foreign key (workspace_id, document_id) references document (workspace_id, id) on delete cascade
);
create index share_document_document on share_document (workspace_id, document_id);

-- Said between the client and the firm about a candidacy: both read it, the candidate does not.
create table client_word (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  candidacy_id uuid not null,
  side         text not null check (side in ('client', 'firm')),
  kind         text not null check (kind in ('comment', 'yes', 'no', 'more')),
  says         text,
  -- Those of one side do not see the other's list of members.
  by_name      text not null,
  by_member    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  check (kind <> 'comment' or says is not null),
  check (side = 'client' or kind = 'comment'),
  foreign key (workspace_id, candidacy_id) references candidacy (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_member) references member (workspace_id, id)
);
create index client_word_candidacy on client_word (workspace_id, candidacy_id);

-- Rows of people and candidacies are no client's to read: what is shared of them comes through the functions below,
-- column by column. Their owner looks past the walls, and says no more than the newest sharing allows. The firm asks
-- them too, so that a report to the client holds what the client is shown.
create function app_shares() returns table (share uuid, candidacy uuid, mandate uuid, person uuid, fields text[],
                                            summary text, salary text, place integer)
stable security definer set search_path = public language sql as $$
  select s.id, c.id, c.mandate_id, c.person_id, s.fields, s.summary, s.salary, c.place
  from (select candidacy.workspace_id, candidacy.id, mandate_id, person_id,
          row_number() over (partition by mandate_id order by f.first, candidacy.id)::integer as place
        from candidacy
        join (select workspace_id, candidacy_id, min(at) as first from candidacy_share group by 1, 2) f
          on f.workspace_id = candidacy.workspace_id and f.candidacy_id = candidacy.id
        where candidacy.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
          and (app_inside() or app_role() = 'client-contact') and mandate_id in (select app_mandates())) c
  join lateral (select id, fields, summary, salary from candidacy_share
                where workspace_id = c.workspace_id and candidacy_id = c.id order by at desc, id desc limit 1) s on true
  where s.fields <> '{}'
$$;
revoke execute on function app_shares() from public;

create function app_shared() returns setof uuid stable security definer set search_path = public language sql as $$
  select candidacy from app_shares()
$$;

-- `place`: which one it was to be shared of its mandate; what they are called by without a name.
create function app_shared_candidacies() returns table (candidacy uuid, mandate uuid, place integer, fields text[],
                                                        name text, title text, organization text, summary text,
                                                        salary text)
stable security definer set search_path = public language sql as $$
  select s.candidacy, s.mandate, s.place, s.fields,
    case when 'name' = any(s.fields) then p.name end,
    case when 'work' = any(s.fields) then job.title end,
    case when 'work' = any(s.fields) then job.organization end,
    case when 'summary' = any(s.fields) then s.summary end,
    case when 'salary' = any(s.fields) then s.salary end
  from app_shares() s
  join person p on p.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid and p.id = s.person
  left join lateral (
    select o.name as organization, title from position
    join organization o on o.workspace_id = position.workspace_id and o.id = organization_id
    where position.workspace_id = p.workspace_id and person_id = p.id and not ended
    order by coalesce(to_date, seen_on) desc, position.id limit 1) job on true
$$;

create function app_shared_positions() returns table (candidacy uuid, organization text, title text, from_date text,
                                                      to_date text, ended boolean)
stable security definer set search_path = public language sql as $$
  select s.candidacy, o.name, position.title, position.from_date, position.to_date, position.ended
  from app_shares() s
  join position on position.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
    and position.person_id = s.person
  join organization o on o.workspace_id = position.workspace_id and o.id = position.organization_id
  where 'career' = any(s.fields)
  order by position.ended, coalesce(position.to_date, position.from_date, position.seen_on) desc, position.id
$$;

-- A document's own name often says whose it is.
create function app_shared_documents() returns table (candidacy uuid, document uuid, name text, kind text, bytes bytea)
stable security definer set search_path = public language sql as $$
  select s.candidacy, d.id, case when 'name' = any(s.fields) then d.name end, d.kind, d.bytes
  from app_shares() s
  join share_document sd on sd.workspace_id = nullif(current_setting('app.workspace', true), '')::uuid
    and sd.share_id = s.share
  join document d on d.workspace_id = sd.workspace_id and d.id = sd.document_id and d.person_id = s.person
  where 'documents' = any(s.fields)
$$;

do $$
declare t text;
begin
  foreach t in array array['candidacy_share', 'share_document', 'client_word'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid) with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', t);
    execute format('grant select, insert on %I to acquaint_app', t);
  end loop;
end $$;

-- A candidate sees what of theirs is shared, once they were told for what.
create policy insiders on candidacy_share as restrictive using (
  candidacy_id in (select id from candidacy where (select app_inside()) or told_at is not null));
create policy insiders on share_document as restrictive using (share_id in (select id from candidacy_share));
create policy insiders on client_word as restrictive using (
  case when (select app_inside()) then candidacy_id in (select id from candidacy)
       else candidacy_id in (select app_shared()) end);
-- One speaks for oneself, and for one's own side.
create policy own_word on client_word as restrictive for insert with check (
  by_member is not distinct from (select app_member())
  and (side = 'client') = ((select app_role()) = 'client-contact'));
