-- Restrictions of collections (release is empty) and releases that were put on after they were made. They only ever add to what the
-- releases themselves say; the rows of `release` never change.
create table access_rule (
    collection text collate "C" not null,
    release    text collate "C" not null default '',
    group_path text not null,
    until      date,
    changed    timestamptz not null default now(),
    primary key (collection, release)
);

comment on column access_rule.until is 'day (UTC) from which it no longer holds; null if it always does';

-- Rises with every change of whichever row, deletions too, so that whoever keeps them in memory sees it.
create table access_state (
    only_row boolean primary key default true check (only_row),
    revision bigint not null
);

insert into access_state (revision) values (0);
