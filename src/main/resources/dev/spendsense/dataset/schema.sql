-- Base tables of a dataset. Codes are integers, money is cents, a day is the number of days since 1970-01-01.
-- A user is numbered by position in the population; account = user number * 4 + slot.
-- Rows are stored user by user in key order. Read the views; these tables are how they are kept.

CREATE TABLE account_type (code INTEGER PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE category (code INTEGER PRIMARY KEY, name TEXT NOT NULL, primary_name TEXT NOT NULL);

CREATE TABLE channel (code INTEGER PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE unit (code INTEGER PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE advice_kind (code INTEGER PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE comparison (code INTEGER PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE merchant (code INTEGER PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE user (
    number INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    age INTEGER NOT NULL,
    region TEXT NOT NULL,
    annual_income INTEGER NOT NULL,
    consent INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    as_of_day INTEGER NOT NULL,
    fingerprint BLOB NOT NULL
);

CREATE TABLE account (
    account INTEGER PRIMARY KEY,
    account_id TEXT NOT NULL,
    type INTEGER NOT NULL,
    name TEXT NOT NULL,
    mask TEXT NOT NULL,
    opening_balance INTEGER NOT NULL,
    balance INTEGER NOT NULL,
    credit_limit INTEGER NOT NULL,
    apr_basis_points INTEGER NOT NULL
);

-- place: position among the user's postings of the day, over all accounts; minute is NULL where a bank sees only the day
CREATE TABLE posting (
    account INTEGER NOT NULL,
    day INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    place INTEGER NOT NULL,
    minute INTEGER,
    amount INTEGER NOT NULL,
    merchant INTEGER NOT NULL,
    category INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    PRIMARY KEY (account, day, sequence)
) WITHOUT ROWID;

CREATE TABLE statement (
    account INTEGER NOT NULL,
    closing_day INTEGER NOT NULL,
    balance INTEGER NOT NULL,
    interest INTEGER NOT NULL,
    minimum_payment INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    PRIMARY KEY (account, closing_day)
) WITHOUT ROWID;

CREATE TABLE liability (
    account INTEGER PRIMARY KEY,
    statement_balance INTEGER NOT NULL,
    minimum_payment INTEGER NOT NULL,
    last_payment INTEGER NOT NULL,
    next_due_day INTEGER NOT NULL,
    is_overdue INTEGER NOT NULL
);

CREATE TABLE decline (
    user INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    account INTEGER NOT NULL,
    day INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    merchant INTEGER NOT NULL,
    category INTEGER NOT NULL,
    PRIMARY KEY (user, sequence)
) WITHOUT ROWID;

CREATE TABLE episode (
    user INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    profile TEXT NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    cause TEXT NOT NULL,
    intensity REAL NOT NULL,
    PRIMARY KEY (user, sequence)
) WITHOUT ROWID;

CREATE TABLE life_event (
    user INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    name TEXT NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    PRIMARY KEY (user, sequence)
) WITHOUT ROWID;

-- Findings: what rules concluded about a user when they looked at the end of a day. Rows of a look are numbered from 0.
-- A row that is the same, number included, at several looks in a row is kept once, with the days of the first and the
-- last of them. Texts that repeat are codes in word. A column without a type holds such a code, or the text itself where there are too
-- many different ones. sources is a list of source numbers of the same look, such as 0,3.

CREATE TABLE word (code INTEGER PRIMARY KEY, text TEXT NOT NULL);

CREATE TABLE look_day (day INTEGER PRIMARY KEY);

CREATE TABLE look (
    user INTEGER NOT NULL,
    day INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    PRIMARY KEY (user, day)
) WITHOUT ROWID;

-- accounts: bit 1 << slot for each of the user's accounts; categories: names with commas, empty for any;
-- merchants: names with line breaks, empty for any
CREATE TABLE source (
    user INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    last_look INTEGER NOT NULL,
    number INTEGER NOT NULL,
    accounts INTEGER NOT NULL,
    categories INTEGER NOT NULL,
    merchants NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    narrowed INTEGER NOT NULL,
    count INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (user, first_look, number)
) WITHOUT ROWID;

CREATE TABLE signal (
    user INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    last_look INTEGER NOT NULL,
    number INTEGER NOT NULL,
    type INTEGER NOT NULL,
    window_days INTEGER NOT NULL,
    formula INTEGER NOT NULL,
    value REAL NOT NULL,
    unit INTEGER NOT NULL,
    observations INTEGER NOT NULL,
    detected INTEGER NOT NULL,
    comparison INTEGER NOT NULL,
    threshold INTEGER NOT NULL,
    threshold_value REAL NOT NULL,
    sources NOT NULL,
    PRIMARY KEY (user, first_look, number)
) WITHOUT ROWID;

CREATE TABLE candidate (
    user INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    last_look INTEGER NOT NULL,
    number INTEGER NOT NULL,
    persona INTEGER NOT NULL,
    because NOT NULL,
    PRIMARY KEY (user, first_look, number)
) WITHOUT ROWID;

-- signal: number of the signal that showed it, NULL when it was something else
CREATE TABLE evidence_item (
    user INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    last_look INTEGER NOT NULL,
    number INTEGER NOT NULL,
    persona INTEGER NOT NULL,
    evidence_group INTEGER NOT NULL,
    log_odds REAL NOT NULL,
    weight INTEGER NOT NULL,
    signal INTEGER,
    because NOT NULL,
    PRIMARY KEY (user, first_look, number)
) WITHOUT ROWID;

CREATE TABLE score (
    user INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    last_look INTEGER NOT NULL,
    number INTEGER NOT NULL,
    persona INTEGER NOT NULL,
    log_odds REAL NOT NULL,
    confidence REAL NOT NULL,
    candidate INTEGER NOT NULL,
    PRIMARY KEY (user, first_look, number)
) WITHOUT ROWID;

CREATE TABLE assignment (
    user INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    last_look INTEGER NOT NULL,
    number INTEGER NOT NULL,
    persona INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (user, first_look, number)
) WITHOUT ROWID;

-- rationale: a template that the bindings fill, in their order
CREATE TABLE recommendation (
    user INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    last_look INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    code INTEGER NOT NULL,
    persona INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    title INTEGER NOT NULL,
    body INTEGER NOT NULL,
    rationale NOT NULL,
    disclosure INTEGER NOT NULL,
    PRIMARY KEY (user, first_look, number)
) WITHOUT ROWID;

-- value and unit are NULL for names
CREATE TABLE binding (
    user INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    last_look INTEGER NOT NULL,
    recommendation INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name INTEGER NOT NULL,
    text NOT NULL,
    value REAL,
    unit INTEGER,
    origin NOT NULL,
    sources NOT NULL,
    PRIMARY KEY (user, first_look, recommendation, position)
) WITHOUT ROWID;

CREATE TABLE blocked_item (
    user INTEGER NOT NULL,
    first_look INTEGER NOT NULL,
    last_look INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    code INTEGER NOT NULL,
    persona INTEGER NOT NULL,
    reason NOT NULL,
    PRIMARY KEY (user, first_look, number)
) WITHOUT ROWID;

-- What the run was made from and what came out, so that the file explains itself.
-- Nothing here depends on when or where the run took place.
CREATE TABLE run_record (
    scenario TEXT NOT NULL,
    seed INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    product_version TEXT NOT NULL,
    rule_revision TEXT,
    data_fingerprint BLOB NOT NULL,
    findings_fingerprint BLOB
);

CREATE TABLE scenario_file (path TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE scenario_override (position INTEGER PRIMARY KEY, setting TEXT NOT NULL);

CREATE TABLE rule_file (path TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;

-- The numbers as they were used, which may differ from those in the files.
CREATE TABLE rule_parameter (position INTEGER PRIMARY KEY, name TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL);

-- What the rules can name: signal, persona, content.
CREATE TABLE rule_word (
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (kind, position)
) WITHOUT ROWID;

CREATE TABLE table_count (name TEXT PRIMARY KEY, row_count INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE profile_count (position INTEGER PRIMARY KEY, profile TEXT NOT NULL, users INTEGER NOT NULL);

-- SHA-256 over the fingerprints of 1,000 users; the root is SHA-256 over these.
CREATE TABLE fingerprint_block (
    root TEXT NOT NULL,
    block INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    PRIMARY KEY (root, block)
) WITHOUT ROWID;
