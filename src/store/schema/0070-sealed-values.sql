-- What somebody in a shared workspace will not work for is sealed under a key that lies in no table and is used in their
-- own sessions alone: whoever reads the database, its files or a backup of it reads nothing (docs/adr/0021).
alter table value_stance add column sealed bytea;
alter table value_stance alter column sector drop not null;
alter table value_stance alter column stance drop not null;
alter table value_stance add check ((sector is null) = (sealed is not null) and (stance is null) = (sealed is not null));
