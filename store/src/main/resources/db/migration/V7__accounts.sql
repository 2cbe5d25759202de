-- People, the groups that they are in, and how they show who they are. Of every secret only a hash is kept.
create table account (
    id             text collate "C" primary key,
    email          text not null,                  -- as it was written
    email_key      text collate "C" not null unique, -- in lower case: one account an address
    confirmed      timestamptz,                    -- when the address was shown to be theirs
    name           text not null default '',
    password       text,                           -- Argon2id in the PHC format; null if none was chosen
    operator       boolean not null default false,
    disabled       timestamptz,
    terms          text,                           -- version of the terms that were agreed to
    terms_agreed   timestamptz,
    created        timestamptz not null default now(),
    last_sign_in   timestamptz
);

-- Who an identity provider says that somebody is.
create table account_identity (
    provider text collate "C" not null,
    subject  text collate "C" not null,
    account  text collate "C" not null references account on delete cascade,
    claims   text[] not null default '{}',         -- values of the groups claim at the last sign-in
    seen     timestamptz not null default now(),
    primary key (provider, subject)
);
create index on account_identity (account);

create table account_group (
    path        text collate "C" primary key,
    description text not null default '',
    created     timestamptz not null default now()
);

create table account_member (
    path    text collate "C" not null references account_group on delete cascade,
    account text collate "C" not null references account on delete cascade,
    since   timestamptz not null default now(),
    primary key (path, account)
);
create index on account_member (account);

create table account_rule (
    number   bigint generated always as identity primary key,
    path     text collate "C" not null references account_group on delete cascade,
    kind     text not null check (kind in ('EMAIL', 'OIDC')),
    provider text collate "C" not null default '', -- of an identity, if by OIDC
    value    text collate "C" not null,            -- a domain, or a value of the groups claim
    unique (path, kind, provider, value)
);

-- Membership whichever way it came; a rule of *.example.org holds for what is below the domain.
create view account_in_group as
select account, path, 'OPERATOR' as why, '' as value
from account_member
union all
select a.id, r.path, 'EMAIL', r.value
from account a
join account_rule r on r.kind = 'EMAIL'
    and (split_part(a.email_key, '@', 2) = r.value
        or r.value like '*.%' and right(split_part(a.email_key, '@', 2), length(r.value) - 1) = substr(r.value, 2))
where a.confirmed is not null
union all
select i.account, r.path, 'OIDC', r.provider || ' ' || r.value
from account_identity i
join account_rule r on r.kind = 'OIDC' and r.provider = i.provider and r.value = any (i.claims);

create table account_token (
    number  bigint generated always as identity primary key,
    account text collate "C" not null references account on delete cascade,
    name    text not null,
    hash    bytea not null unique,
    scopes  text[] not null,
    created timestamptz not null default now(),
    expires timestamptz not null,
    used    timestamptz
);
create index on account_token (account);

create table account_session (
    number  bigint generated always as identity primary key,
    account text collate "C" not null references account on delete cascade,
    hash    bytea not null unique,
    agent   text not null default '',
    address text not null default '',
    created timestamptz not null default now(),
    seen    timestamptz not null default now(),
    expires timestamptz not null
);
create index on account_session (account);

-- Links that work once, sent in letters or handed out by an operator.
create table account_link (
    hash    bytea primary key,
    purpose text not null check (purpose in ('REGISTER', 'PASSWORD', 'EMAIL')),
    account text collate "C" references account on delete cascade,
    email   text,
    name    text,
    created timestamptz not null default now(),
    expires timestamptz not null
);

-- Failed sign-ins by the hash of the address that was given, whether or not it has an account.
create table account_attempt (
    who          bytea primary key,
    failures     integer not null,
    last         timestamptz not null,
    locked_until timestamptz
);
