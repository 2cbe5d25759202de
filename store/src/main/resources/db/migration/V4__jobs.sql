-- Jobs by the Universal Worker Service pattern. A row is the whole truth of one: whoever runs it may change it only while the
-- row names that worker and that attempt.
create table uws_job (
    number             bigint generated always as identity primary key,
    id                 text collate "C" not null unique,
    kind               text collate "C" not null,
    phase              text collate "C" not null,
    priority           integer not null default 0,
    owner              text collate "C",
    origin             text collate "C",
    run_id             text,
    created            timestamptz not null default now(),
    quote              timestamptz,
    started            timestamptz,
    ended              timestamptz,
    execution_duration bigint not null,
    destruction        timestamptz not null,
    parameters         json not null,
    results            json not null default '[]',
    failure            json,
    progress           double precision,
    worker             text collate "C",
    attempt            integer not null default 0,
    losses             integer not null default 0,
    lease              timestamptz,
    check ((phase = 'EXECUTING') = (lease is not null))
);

create index uws_job_queued on uws_job (priority desc, number) where phase = 'QUEUED';
create index uws_job_leased on uws_job (lease) where phase = 'EXECUTING';
create index uws_job_destruction on uws_job (destruction);
create index uws_job_listed on uws_job (kind, created);

comment on column uws_job.origin is 'where a job without an owner came from';
comment on column uws_job.execution_duration is 'seconds that it may run; 0 for no limit';
comment on column uws_job.worker is 'who runs it, or ran it last';
comment on column uws_job.attempt is 'rises with each start; fences off those who held it before';
comment on column uws_job.losses is 'how often its worker vanished';
