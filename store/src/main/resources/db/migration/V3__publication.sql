-- What became of collections (release is empty) and releases after they were made. The rows of `release` never change.
create sequence publication_revision;

create table publication (
    collection text collate "C" not null,
    release    text collate "C" not null default '',
    doi        text,
    doi_state  text check (doi_state in ('DRAFT', 'FINDABLE')),
    withdrawn  timestamptz,
    reason     text,
    changed    timestamptz not null,
    revision   bigint not null default nextval('publication_revision'),
    primary key (collection, release),
    check ((doi is null) = (doi_state is null)),
    check ((withdrawn is null) = (reason is null))
);

comment on column publication.revision is 'rises with every change of whichever row';

-- Since when this home presents itself to registries as it does: settings and version of the program, as a digest.
create table node_state (
    only_row boolean primary key default true check (only_row),
    digest   text not null,
    since    timestamptz not null
);
