-- What is to be told to the world outside: letters, and calls of other servers. A row is written before whoever asked for it gets
-- an answer; it is delivered at least once.
create table outbox (
    number     bigint generated always as identity primary key,
    token      uuid not null unique default gen_random_uuid(),
    channel    text collate "C" not null,
    recipient  text not null,
    job        text collate "C",
    content    json,
    state      text collate "C" not null default 'WAITING',
    created    timestamptz not null default now(),
    due        timestamptz not null default now(),
    patience   bigint not null,
    attempts   integer not null default 0,
    begun      timestamptz,
    worker     text collate "C",
    lease      timestamptz,
    ended      timestamptz,
    problem    text
);

create index outbox_due on outbox (due) where state = 'WAITING';
create index outbox_job on outbox (job) where job is not null;

comment on column outbox.token is 'stays the same however often it is sent, so that whoever gets it twice can tell';
comment on column outbox.job is 'it is told that this job has ended, and not before; null for what is told at once';
comment on column outbox.content is 'emptied as soon as nothing more is sent: it may hold secrets';
comment on column outbox.patience is 'seconds from the first attempt during which it is tried';
