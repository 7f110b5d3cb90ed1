-- The pool. Facts only: ties inferred from shared work history are computed when the graph is built.
-- Dates as precise as known are text: 2019, 2019-04, 2019-04-01.

create table person (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  name         text not null,
  given_name   text,
  family_name  text,
  headline     text,
  summary      text,
  location     text,
  notes        text,
  skills       text[] not null,
  tags         text[] not null,
  extra        jsonb not null,
  -- Set when the person turned out to be another record's: the facts moved there.
  merged_into  uuid,
  origin_id    uuid not null,
  created_at   timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);
create index person_name on person (workspace_id, lower(name));

-- What identifies a person. Not unique: one profile URL may stand beside two names, and then waits for a look.
create table person_key (
  workspace_id uuid not null references workspace (id) on delete cascade,
  kind         text not null check (kind in ('email', 'profile-url', 'phone')),
  value        text not null,
  person_id    uuid not null,
  origin_id    uuid not null,
  primary key (workspace_id, kind, value, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);
create index person_key_person on person_key (workspace_id, person_id);

create table organization (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  name         text not null,
  -- The name without legal form, case and punctuation: what makes two spellings the same organization.
  match_name   text not null,
  domain       text,
  url          text,
  industry     text,
  head_count   integer,
  origin_id    uuid not null,
  created_at   timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, match_name),
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);
create index organization_domain on organization (workspace_id, domain);

-- A part of an organization whose head count is known.
create table unit (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  organization_id uuid not null,
  name            text not null,
  head_count      integer not null,
  primary key (workspace_id, organization_id, name),
  foreign key (workspace_id, organization_id) references organization (workspace_id, id) on delete cascade
);

create table position (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  id              uuid not null,
  person_id       uuid not null,
  organization_id uuid not null,
  title           text,
  unit            text,
  site            text,
  from_date       text,
  to_date         text,
  -- It is known to have ended, the day unknown when to_date is null.
  ended           boolean not null,
  -- The last day on which a source said so: an unknown end is the last month seen.
  seen_on         text not null,
  origin_id       uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organization_id) references organization (workspace_id, id),
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);
create index position_person on position (workspace_id, person_id);
create index position_organization on position (workspace_id, organization_id);

-- Two people who are connected on a network such as LinkedIn. a < b.
create table connection (
  workspace_id uuid not null references workspace (id) on delete cascade,
  a            uuid not null,
  b            uuid not null,
  since        text,
  origin_id    uuid not null,
  primary key (workspace_id, a, b),
  check (a < b),
  foreign key (workspace_id, a) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, b) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);
create index connection_b on connection (workspace_id, b);

-- A message or a meeting in the calendar: who, when, in which direction; never what was said.
create table contact (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  channel      text not null check (channel in ('message', 'mail', 'calendar', 'connection-request')),
  from_person  uuid not null,
  to_person    uuid not null,
  at           timestamptz not null,
  origin_id    uuid not null,
  primary key (workspace_id, id),
  check (from_person <> to_person),
  foreign key (workspace_id, from_person) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, to_person) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);
create index contact_from on contact (workspace_id, from_person);
create index contact_to on contact (workspace_id, to_person);

create table recommendation (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  from_person  uuid not null,
  to_person    uuid not null,
  given_on     text,
  origin_id    uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, from_person) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, to_person) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);

-- What somebody says of a tie; the newest word of its kind counts, none is overwritten. a < b.
create table tie_word (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  a            uuid not null,
  b            uuid not null,
  says         text not null check (says in ('know-well', 'would-take-call', 'would-not-take-call',
                                             'do-not-know', 'do-not-use', 'veto-withdrawn')),
  by_person    uuid,
  at           timestamptz not null,
  primary key (workspace_id, id),
  check (a < b),
  foreign key (workspace_id, a) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, b) references person (workspace_id, id) on delete cascade
);
create index tie_word_pair on tie_word (workspace_id, a, b);

create table opening (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  id              uuid not null,
  organization_id uuid not null,
  title           text not null,
  description     text,
  department      text,
  location        text,
  remote          boolean,
  employment_type text,
  salary          jsonb,
  url             text,
  board           text,
  posted_on       text,
  until_date      text,
  first_seen      timestamptz not null,
  closed_at       timestamptz,
  origin_id       uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization (workspace_id, id),
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);
create index opening_organization on opening (workspace_id, organization_id);
create index opening_board on opening (workspace_id, board);

-- Two records that may be one person, with the reason; somebody has to look.
create table look_alike (
  workspace_id uuid not null references workspace (id) on delete cascade,
  a            uuid not null,
  b            uuid not null,
  because      text not null,
  state        text not null check (state in ('open', 'same', 'different')),
  at           timestamptz not null,
  primary key (workspace_id, a, b),
  check (a < b),
  foreign key (workspace_id, a) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, b) references person (workspace_id, id) on delete cascade
);

-- What a person will not work for. Theirs alone.
create table value_stance (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  person_id    uuid not null,
  sector       text not null,
  stance       text not null check (stance in ('never', 'only if', 'fine')),
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);

-- A person's own word about an organization: known thoroughly, or what it does.
create table organization_word (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  id              uuid not null,
  organization_id uuid not null,
  person_id       uuid not null,
  says            text not null check (says in ('know-thoroughly', 'do-not-know', 'does')),
  text            text,
  at              timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
