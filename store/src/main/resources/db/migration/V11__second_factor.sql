-- Second factors of accounts: codes of RFC 6238. The secret is sealed by a key that is not in the database.
create table account_second (
    account   text collate "C" primary key references account on delete cascade,
    sealed    bytea not null,
    since     timestamptz,                    -- null until a first code was shown
    last_step bigint not null default 0,      -- of the newest code that was taken: no code is good twice
    created   timestamptz not null default now()
);

-- Codes on paper, each good once; sealed hashes, made with the same key.
create table account_recovery (
    account text collate "C" not null references account_second on delete cascade,
    hash    bytea not null,
    primary key (account, hash)
);

-- Who has shown a password and owes a code.
create table account_half (
    hash    bytea primary key,
    account text collate "C" not null references account on delete cascade,
    expires timestamptz not null
);

alter table account_session add column strong boolean not null default false;
