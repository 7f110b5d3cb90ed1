-- A debrief that is taken back takes its ties along: the graph follows that too.
create trigger graph_insert after insert on taken_back referencing new table as after for each statement
  execute function note_graph_change('pair', 'least(seeker, p.person_id)', 'greatest(seeker, p.person_id)', 'debrief_id',
    'join debrief d on d.workspace_id = r.workspace_id and d.id = r.debrief_id
     join debrief_person p on p.workspace_id = r.workspace_id and p.debrief_id = d.id
     join meeting m on m.workspace_id = r.workspace_id and m.id = d.meeting_id
     join invitation i on i.workspace_id = r.workspace_id and i.id = m.invitation_id where seeker is not null');
