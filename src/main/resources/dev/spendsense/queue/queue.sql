-- The queue's part of server.db. Times are milliseconds since 1970, UTC.

CREATE TABLE run (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    status TEXT NOT NULL,
    changes INTEGER NOT NULL,           -- how often the status changed
    scenario TEXT NOT NULL,
    dataset TEXT NOT NULL,
    replaces INTEGER NOT NULL,
    requester TEXT NOT NULL,
    users INTEGER NOT NULL,
    days INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    submitted INTEGER NOT NULL,
    started INTEGER,
    ended INTEGER,
    replaced TEXT,                      -- stamp of the file of that name when the run began
    revision TEXT,
    stage TEXT,
    done INTEGER,
    transactions INTEGER,
    elapsed INTEGER,                    -- milliseconds
    message TEXT,
    bytes INTEGER,
    fingerprint TEXT,
    findings_fingerprint TEXT
);

CREATE INDEX run_by_status ON run (status, number);

CREATE TABLE run_setting (
    run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    position INTEGER NOT NULL,
    setting TEXT NOT NULL,
    PRIMARY KEY (run, position)
) WITHOUT ROWID;

-- The scenario's texts, until the run has ended; then its dataset has them.
CREATE TABLE run_text (
    run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    path TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (run, path)
) WITHOUT ROWID;

CREATE TABLE request_key (
    requester TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    expires INTEGER NOT NULL,
    PRIMARY KEY (requester, key)
) WITHOUT ROWID;

CREATE INDEX request_key_by_run ON request_key (run);
