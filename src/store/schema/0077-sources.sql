-- Two more that can bring a candidate: an introduction, and an import.

alter table candidacy drop constraint candidacy_source_check;
alter table candidacy add constraint candidacy_source_check
  check (source in ('research', 'network', 'introduction', 'recommended', 'applied', 'import', 'own-pool'));
