-- Collections whose files are catalogued, as they were when last scanned.
create table file_collection (
    collection text collate "C" primary key,
    about      json not null,
    fields     json not null,
    descriptor text not null,
    folder     text not null,
    software   text not null,
    scanned    timestamptz not null,
    revision   bigint not null
);

comment on table file_collection is 'where the files of a collection are, and what is taken from them';
comment on column file_collection.about is 'org.heralddata.model.catalogue.CollectionDescription';
comment on column file_collection.fields is 'list of org.heralddata.model.files.FileField';
comment on column file_collection.revision is 'rises whenever anything that is known of the files changes';

-- Every file of a collection. Times are nanoseconds of UTC since 1970, which timestamptz has no room for.
create table catalogued_file (
    id         uuid primary key,
    collection text collate "C" not null references file_collection,
    path       text collate "C" not null,
    name       text collate "C" not null,
    format     text collate "C",
    bytes      bigint not null,
    modified   bigint not null,
    sha256     text collate "C" not null,
    state      text collate "C" not null,
    broken     boolean not null,
    time_start bigint,
    time_stop  bigint,
    run        bigint,
    instrument text collate "C",
    rows       bigint,
    tables     json not null,
    fields     jsonb not null,
    notes      json not null,
    rules      text not null,
    first_seen timestamptz not null,
    changed    timestamptz not null,
    unique (collection, path),
    check ((time_start is null) = (time_stop is null) and time_start <= time_stop)
);

create index catalogued_file_start on catalogued_file (time_start);
create index catalogued_file_stop on catalogued_file (time_stop);
create index catalogued_file_run on catalogued_file (run);
create index catalogued_file_instrument on catalogued_file (instrument);
create index catalogued_file_sha256 on catalogued_file (sha256);

comment on column catalogued_file.broken is 'what state it was in before it vanished';
comment on column catalogued_file.fields is 'what the descriptor takes from the file, typed as file_collection.fields has it';
comment on column catalogued_file.rules is 'by which rules fields were taken; others mean that the file is read again';

-- What happened to a file. Nothing is ever removed.
create table file_event (
    id       bigint generated always as identity primary key,
    file     uuid not null references catalogued_file,
    at       timestamptz not null,
    change   text not null,
    bytes    bigint not null,
    sha256   text not null,
    software text not null
);

create index file_event_file on file_event (file);
