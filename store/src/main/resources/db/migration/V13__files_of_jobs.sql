-- What files that came with jobs take, so that their quota is counted where it is granted.

create table job_input (
    job   text not null references uws_job (id) on delete cascade,
    name  text not null,
    bytes int8 not null check (bytes >= 0),
    primary key (job, name)
);

comment on table job_input is 'files that came with jobs; those of before this table are added when one comes next';
