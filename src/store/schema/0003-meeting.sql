-- From an invitation to an offer. Statuses, refusals and debriefs are appended, never overwritten.

create table invitation (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  id              uuid not null,
  seeker          uuid,
  uid             text,
  organization_id uuid,
  opening_id      uuid,
  role            text,
  -- The introduction that produced it.
  came_from       uuid,
  -- The answer to "Is this outside your field?".
  outside_field   boolean,
  cancelled_at    timestamptz,
  received_at     timestamptz not null,
  origin_id       uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization (workspace_id, id),
  foreign key (workspace_id, opening_id) references opening (workspace_id, id),
  foreign key (workspace_id, seeker) references person (workspace_id, id),
  foreign key (workspace_id, origin_id) references origin (workspace_id, id)
);
create index invitation_uid on invitation (workspace_id, uid);

create table meeting (
  workspace_id  uuid not null references workspace (id) on delete cascade,
  id            uuid not null,
  invitation_id uuid not null,
  round         integer not null,
  title         text,
  recurrence_id text,
  sequence      integer not null,
  stamp         timestamptz,
  starts_at     timestamptz,
  ends_at       timestamptz,
  on_day        text,
  time_zone     text,
  place         text,
  cancelled_at  timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade
);
create index meeting_invitation on meeting (workspace_id, invitation_id);

-- The people one would meet.
create table room (
  workspace_id  uuid not null references workspace (id) on delete cascade,
  invitation_id uuid not null,
  person_id     uuid not null,
  role          text not null check (role in ('interviewer', 'coordinator', 'recruiter', 'robot')),
  primary key (workspace_id, invitation_id, person_id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index room_person on room (workspace_id, person_id);

create table decision (
  workspace_id  uuid not null references workspace (id) on delete cascade,
  id            uuid not null,
  invitation_id uuid not null,
  verdict       text not null check (verdict in ('take', 'refuse')),
  reason        text,
  note          text,
  -- What the advice was, and what refusing forwent, at that moment.
  advice        text not null,
  clause        text not null,
  forgone       jsonb,
  at            timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade
);
create index decision_invitation on decision (workspace_id, invitation_id);

create table enthusiasm (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  meeting_id   uuid not null,
  moment       text not null check (moment in ('before', 'after')),
  value        integer not null check (value between 1 and 5),
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade
);
create index enthusiasm_meeting on enthusiasm (workspace_id, meeting_id);

create table debrief (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  meeting_id   uuid not null,
  side         text not null check (side in ('candidate', 'hirer')),
  note         text,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, meeting_id) references meeting (workspace_id, id) on delete cascade
);
create index debrief_meeting on debrief (workspace_id, meeting_id);

create table debrief_person (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  debrief_id      uuid not null,
  person_id       uuid not null,
  chemistry       integer check (chemistry between 1 and 5),
  would_take_call boolean,
  primary key (workspace_id, debrief_id, person_id),
  foreign key (workspace_id, debrief_id) references debrief (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index debrief_person_person on debrief_person (workspace_id, person_id);

create table follow_up (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id           uuid not null,
  debrief_id   uuid not null,
  person_id    uuid,
  kind         text not null check (kind in ('promised-to-me', 'promised-by-me', 'thank-you')),
  says         text not null,
  due_on       text not null,
  done_at      timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, debrief_id) references debrief (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);

-- An opening that somebody mentioned in a meeting.
create table mention (
  workspace_id uuid not null references workspace (id) on delete cascade,
  debrief_id   uuid not null,
  opening_id   uuid not null,
  person_id    uuid,
  primary key (workspace_id, debrief_id, opening_id),
  foreign key (workspace_id, debrief_id) references debrief (workspace_id, id) on delete cascade,
  foreign key (workspace_id, opening_id) references opening (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);

create table introduction (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  id              uuid not null,
  seeker          uuid not null,
  target          uuid not null,
  organization_id uuid,
  opening_id      uuid,
  -- The meeting that made the path possible.
  via_meeting     uuid,
  -- The people of the path as it was asked, seeker first, target last.
  path            uuid[] not null,
  draft           text not null,
  at              timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, seeker) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, target) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organization_id) references organization (workspace_id, id),
  foreign key (workspace_id, opening_id) references opening (workspace_id, id),
  foreign key (workspace_id, via_meeting) references meeting (workspace_id, id)
);

create table introduction_state (
  workspace_id    uuid not null references workspace (id) on delete cascade,
  id              uuid not null,
  introduction_id uuid not null,
  state           text not null check (state in ('draft', 'asked', 'connector-agreed', 'target-agreed', 'introduced',
                                                 'met', 'declined', 'no-answer')),
  note            text,
  at              timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, introduction_id) references introduction (workspace_id, id) on delete cascade
);
create index introduction_state_introduction on introduction_state (workspace_id, introduction_id);

alter table invitation add foreign key (workspace_id, came_from) references introduction (workspace_id, id);

create table offer (
  workspace_id  uuid not null references workspace (id) on delete cascade,
  id            uuid not null,
  invitation_id uuid not null,
  says          text,
  at            timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade
);

-- An offer's answer, a rejection, a withdrawal: how a process ended, appended.
create table outcome (
  workspace_id  uuid not null references workspace (id) on delete cascade,
  id            uuid not null,
  invitation_id uuid not null,
  offer_id      uuid,
  kind          text not null check (kind in ('offer-accepted', 'offer-declined', 'rejection', 'withdrawal')),
  note          text,
  at            timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, offer_id) references offer (workspace_id, id) on delete cascade
);
create index outcome_invitation on outcome (workspace_id, invitation_id);
