-- In what order jobs are begun, what they cost and have done, who works on them, who is told of their ends.
alter table uws_job
    add party          text collate "C" generated always as (coalesce('account:' || owner, 'address:' || coalesce(origin, ''))) stored,
    add queued         timestamptz,
    add cost           double precision,
    add rows_expected  bigint,
    add bytes_expected bigint,
    add rows_done      bigint not null default 0,
    add bytes_done     bigint not null default 0,
    add deleting       timestamptz;

update uws_job set queued = created where phase in ('QUEUED', 'EXECUTING');
alter table uws_job add check (phase <> 'QUEUED' or queued is not null);

create index uws_job_of_party on uws_job (kind, party);
create index uws_job_deleting on uws_job (deleting) where deleting is not null;

comment on column uws_job.party is 'who is served as one: an account, or all without one at a network address';
comment on column uws_job.queued is 'when it began to wait for a worker; kept when it has to wait again';
comment on column uws_job.cost is 'seconds of work, about; null if not known';
comment on column uws_job.bytes_done is 'of results; once it is COMPLETED all of them';
comment on column uws_job.deleting is 'since when its files are being removed, after which the row goes';

-- What each party had of the workers lately, and of the disk today.
create table job_use (
    kind    text collate "C" not null,
    party   text collate "C" not null,
    served  timestamptz,
    seconds double precision not null default 0,
    at      timestamptz not null default now(),
    day     date not null default (now() at time zone 'utc')::date,
    bytes   bigint not null default 0,
    primary key (kind, party)
);

comment on column job_use.served is 'when a job of theirs was begun last';
comment on column job_use.seconds is 'of work that is done, as it counted at the time `at`; half as much each ten minutes';
comment on column job_use.bytes is 'of results made on that day';

-- Ends that nobody has been told of yet.
create table job_ended (
    number bigint generated always as identity primary key,
    job    text collate "C" not null,
    kind   text collate "C" not null,
    phase  text collate "C" not null,
    owner  text collate "C",
    at     timestamptz not null default now()
);

create function job_ends() returns trigger language plpgsql as $$
begin
    insert into job_ended (job, kind, phase, owner) values (new.id, new.kind, new.phase, new.owner);
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

create trigger job_ends after update of phase on uws_job for each row
    when (old.phase not in ('COMPLETED', 'ERROR', 'ABORTED', 'ARCHIVED') and new.phase in ('COMPLETED', 'ERROR', 'ABORTED'))
    execute function job_ends();

-- Processes that work on jobs or hand them out, with the time of their last sign of life.
create table job_worker (
    id      text collate "C" primary key,
    host    text not null,
    pid     bigint not null,
    version text not null,
    url     text,
    workers integer not null,
    running integer not null default 0,
    started timestamptz not null default now(),
    seen    timestamptz not null default now()
);

comment on column job_worker.url is 'where it answers, of one that does';

-- What the folders that belong to this database are marked with.
create table job_store (
    only_row boolean primary key default true check (only_row),
    marker   text not null
);

-- Addresses by which anybody may read a request.
create table request_share (
    job     text collate "C" primary key references uws_job (id) on delete cascade,
    token   text collate "C" not null unique,
    created timestamptz not null default now()
);
