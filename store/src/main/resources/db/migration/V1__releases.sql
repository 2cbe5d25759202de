-- Releases, each row the whole truth of one: what is not here was never published.
create table release (
    id         bigint generated always as identity primary key,
    collection text not null,
    name       text not null,
    sequence   integer not null,
    created    timestamptz not null,
    content    json not null,
    layout     json not null,
    unique (collection, name),
    unique (collection, sequence)
);

comment on table release is 'versions of collections; immutable';
comment on column release.content is 'org.heralddata.model.catalogue.Release';
comment on column release.layout is 'how an engine reads its files: field ids, sort keys';

-- Who makes a release of a collection now; true only while that session holds the advisory lock.
create table release_writer (
    collection text primary key,
    holder     text not null,
    since      timestamptz not null
);

-- Folders that the warehouse has been in, absolute paths: recorded locations of old places are looked for here.
create table warehouse_root (
    location text primary key,
    used     timestamptz not null default now()
);
