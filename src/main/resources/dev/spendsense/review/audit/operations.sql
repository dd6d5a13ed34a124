-- What people do to a dataset. An entry names who did what when, and whom it concerned; what it says of that person
-- stands in detail, of which the entry holds a salted hash.
CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL, -- milliseconds since 1970-01-01, UTC
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL, -- user_id; empty when it concerns the dataset
    detail_hash BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE detail (
    sequence INTEGER PRIMARY KEY REFERENCES audit (sequence),
    salt BLOB NOT NULL,
    target TEXT NOT NULL, -- recommendation_id, user_id or name of the dataset
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL,
    severity TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    note TEXT NOT NULL,
    undoes INTEGER NOT NULL -- sequence; 0 when nothing is undone
) STRICT;

CREATE INDEX audit_by_subject ON audit (subject, sequence);
CREATE INDEX audit_by_actor ON audit (actor, sequence);
CREATE INDEX audit_by_action ON audit (action, sequence);
CREATE INDEX detail_by_target ON detail (target, sequence);

CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit
WHEN NEW.sequence IS NOT (SELECT ifnull(max(sequence), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit log grows at its end alone'); END;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;

CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;

CREATE TRIGGER detail_goes_with_its_entry BEFORE INSERT ON detail
WHEN NEW.sequence IS NOT (SELECT max(sequence) FROM audit) OR EXISTS (SELECT 1 FROM detail WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'details come with their entry'); END;

CREATE TRIGGER detail_is_never_changed BEFORE UPDATE ON detail
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;

CREATE TRIGGER detail_is_only_erased BEFORE DELETE ON detail
WHEN NOT EXISTS (
    SELECT 1 FROM audit AS own JOIN audit AS erasure ON erasure.subject = own.subject AND erasure.sequence > own.sequence
    WHERE own.sequence = OLD.sequence AND own.subject <> '' AND erasure.action = 'erased'
)
BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
