-- A word about a tie can be taken back: that is said, too, and names the word that does not count any more.

alter table tie_word add column takes_back uuid;
alter table tie_word drop constraint tie_word_says_check;
alter table tie_word add constraint tie_word_says_check
  check (says in ('know-well', 'would-take-call', 'would-not-take-call', 'do-not-know', 'do-not-use', 'veto-withdrawn', 'unsaid')
         and (says = 'unsaid') = (takes_back is not null));
create unique index tie_word_taken_back on tie_word (workspace_id, takes_back) where takes_back is not null;

-- The words that count: said, and not taken back.
create view tie_word_held with (security_invoker = true) as
  select workspace_id, id, a, b, says, by_person, at from tie_word as word
  where says <> 'unsaid'
    and not exists (select from tie_word as back where back.workspace_id = word.workspace_id and back.takes_back = word.id);
grant select on tie_word_held to acquaint_app;
