-- Requests as they were frozen. They outlive the jobs that made packages of them: an identifier means the same rows for ever.
create table data_request (
    identifier  text collate "C" primary key,
    request     json not null,
    created     timestamptz not null default now(),
    fingerprint text collate "C"
);

comment on column data_request.fingerprint is 'of the rows, from when they were first read; null before';
