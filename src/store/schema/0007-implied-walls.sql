-- A row that hangs on another of its workspace need not ask a second time whether the workspace exists: the key of the
-- other one holds it. Each such question costs an import of many rows as much as a column.

alter table person_key drop constraint person_key_workspace_id_fkey;
alter table position drop constraint position_workspace_id_fkey;
alter table connection drop constraint connection_workspace_id_fkey;
alter table contact drop constraint contact_workspace_id_fkey;

-- What a source said goes with the workspace by way of its origin.
alter table source_record drop constraint source_record_workspace_id_fkey;
alter table source_record drop constraint source_record_workspace_id_origin_id_fkey;
alter table source_record add constraint source_record_workspace_id_origin_id_fkey
  foreign key (workspace_id, origin_id) references origin (workspace_id, id) on delete cascade;
