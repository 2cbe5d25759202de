-- That a job ended is told by the outbox alone: its rows wait for the job. What nobody read goes.
create or replace function job_ends() returns trigger language plpgsql as $$
begin
    if old.phase = 'EXECUTING' then
        insert into job_use as u (kind, party, seconds, bytes)
        values (new.kind, new.party, extract(epoch from now() - coalesce(new.started, now()))::float8,
                case when new.phase = 'COMPLETED' then new.bytes_done else 0 end)
        on conflict (kind, party) do update set
            seconds = excluded.seconds
                + u.seconds * power(0.5, least(extract(epoch from now() - u.at) / 600, 60)::float8),
            at = now(),
            bytes = excluded.bytes + case when u.day = excluded.day then u.bytes else 0 end,
            day = excluded.day;
    end if;
    return null;
end
$$;

drop table job_ended;
