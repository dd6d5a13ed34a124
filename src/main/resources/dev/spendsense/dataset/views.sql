-- The public tables of a dataset. Money reads in dollars, with exact cents beside it where sums are likely.
-- Names are looked up by scalar subqueries: nothing is looked up that a query does not ask for.
-- User and account are joined, so that a condition on user_id or account_id finds its rows by key.

CREATE VIEW users AS
SELECT user_id, name, age, region, annual_income / 100.0 AS annual_income, consent, number AS user_number
FROM user;

CREATE VIEW accounts AS
SELECT
    a.account_id,
    u.user_id,
    (SELECT name FROM account_type WHERE code = a.type) AS type,
    a.name,
    a.mask,
    a.opening_balance / 100.0 AS opening_balance,
    a.balance / 100.0 AS balance,
    CASE WHEN a.credit_limit > 0 THEN a.credit_limit / 100.0 END AS credit_limit,
    a.apr_basis_points / 100.0 AS apr,
    a.opening_balance AS opening_balance_cents,
    a.balance AS balance_cents
FROM user AS u
JOIN account AS a ON a.account BETWEEN u.number * 4 AND u.number * 4 + 3 AND u.number = a.account / 4;

CREATE VIEW liabilities AS
SELECT
    a.account_id,
    u.user_id,
    a.apr_basis_points / 100.0 AS apr,
    l.statement_balance / 100.0 AS statement_balance,
    l.minimum_payment / 100.0 AS minimum_payment,
    l.last_payment / 100.0 AS last_payment,
    date(l.next_due_day * 86400, 'unixepoch') AS next_due_date,
    l.is_overdue,
    l.statement_balance AS statement_balance_cents,
    l.minimum_payment AS minimum_payment_cents,
    l.last_payment AS last_payment_cents
FROM user AS u
JOIN account AS a ON a.account BETWEEN u.number * 4 AND u.number * 4 + 3 AND u.number = a.account / 4
JOIN liability AS l ON l.account = a.account;

CREATE VIEW transactions AS
SELECT
    a.account_id || '-' || p.sequence AS transaction_id,
    u.user_id,
    a.account_id,
    date(p.day * 86400, 'unixepoch') AS date,
    p.amount / 100.0 AS amount,
    p.amount AS amount_cents,
    (SELECT name FROM merchant WHERE code = p.merchant) AS merchant,
    (SELECT name FROM category WHERE code = p.category) AS category,
    (SELECT name FROM channel WHERE code = p.channel) AS channel,
    (SELECT primary_name FROM category WHERE code = p.category) AS category_primary,
    time(p.minute * 60, 'unixepoch') AS time,
    p.day,
    p.sequence
FROM user AS u
JOIN account AS a ON a.account BETWEEN u.number * 4 AND u.number * 4 + 3 AND u.number = a.account / 4
JOIN posting AS p ON p.account = a.account;

CREATE VIEW statements AS
SELECT
    a.account_id,
    u.user_id,
    date(s.closing_day * 86400, 'unixepoch') AS closing_date,
    s.balance / 100.0 AS balance,
    s.interest / 100.0 AS interest,
    s.minimum_payment / 100.0 AS minimum_payment,
    date(s.due_day * 86400, 'unixepoch') AS due_date,
    s.balance AS balance_cents,
    s.interest AS interest_cents,
    s.minimum_payment AS minimum_payment_cents,
    s.closing_day,
    s.due_day
FROM user AS u
JOIN account AS a ON a.account BETWEEN u.number * 4 AND u.number * 4 + 3 AND u.number = a.account / 4
JOIN statement AS s ON s.account = a.account;

CREATE VIEW declined_purchases AS
SELECT
    u.user_id,
    (SELECT account_id FROM account WHERE account = d.account) AS account_id,
    date(d.day * 86400, 'unixepoch') AS date,
    d.amount / 100.0 AS amount,
    d.amount AS amount_cents,
    (SELECT name FROM merchant WHERE code = d.merchant) AS merchant,
    (SELECT name FROM category WHERE code = d.category) AS category,
    d.day
FROM user AS u
JOIN decline AS d ON d.user = u.number;

CREATE VIEW ground_truth AS
SELECT
    u.user_id,
    e.profile,
    date(e.from_day * 86400, 'unixepoch') AS from_date,
    date(e.to_day * 86400, 'unixepoch') AS to_date,
    e.cause,
    e.intensity,
    e.from_day,
    e.to_day
FROM user AS u
JOIN episode AS e ON e.user = u.number;

CREATE VIEW life_events AS
SELECT
    u.user_id,
    e.name,
    date(e.from_day * 86400, 'unixepoch') AS from_date,
    date(e.to_day * 86400, 'unixepoch') AS to_date,
    e.from_day,
    e.to_day
FROM user AS u
JOIN life_event AS e ON e.user = u.number;

CREATE VIEW looks AS
SELECT u.user_id, date(l.day * 86400, 'unixepoch') AS as_of, lower(hex(l.fingerprint)) AS fingerprint, l.day
FROM user AS u
JOIN look AS l ON l.user = u.number;

-- Findings. A view called a timeline shows what held from one look to another, both included; the others show the latest
-- look at each user. What held at a look is found by: its date BETWEEN from_date AND to_date.

CREATE VIEW signal_timeline AS
SELECT
    u.user_id,
    date(s.first_look * 86400, 'unixepoch') AS from_date,
    date(s.last_look * 86400, 'unixepoch') AS to_date,
    s.window_days,
    (SELECT text FROM word WHERE code = s.type) AS type,
    s.value,
    (SELECT name FROM unit WHERE code = s.unit) AS unit,
    s.detected,
    (SELECT name FROM comparison WHERE code = s.comparison) AS comparison,
    (SELECT text FROM word WHERE code = s.threshold) AS threshold,
    s.threshold_value,
    (SELECT text FROM word WHERE code = s.formula) AS formula,
    s.observations,
    s.first_look AS from_day,
    s.last_look AS to_day,
    s.last_look = (SELECT max(day) FROM look WHERE user = u.number) AS latest
FROM user AS u
JOIN signal AS s ON s.user = u.number;

CREATE VIEW signals AS
SELECT user_id, to_date AS as_of, window_days, type, value, unit, detected, comparison, threshold, threshold_value, formula, observations, to_day AS day
FROM signal_timeline
WHERE latest;

-- Which transactions something was measured from: a condition instead of their ids. Empty categories or merchants mean
-- any; several merchants stand on a line each.
CREATE VIEW sources AS
SELECT
    u.user_id,
    date(s.last_look * 86400, 'unixepoch') AS as_of,
    s.number AS source,
    (
        SELECT group_concat(account_id) FROM account
        WHERE account BETWEEN s.user * 4 AND s.user * 4 + 3 AND s.accounts >> (account - s.user * 4) & 1
    ) AS accounts,
    (SELECT text FROM word WHERE code = s.categories) AS categories,
    CASE typeof(s.merchants) WHEN 'integer' THEN (SELECT text FROM word WHERE code = s.merchants) ELSE s.merchants END AS merchants,
    date(s.from_day * 86400, 'unixepoch') AS from_date,
    date(s.to_day * 86400, 'unixepoch') AS to_date,
    (SELECT text FROM word WHERE code = s.narrowed) AS narrowed,
    s.count,
    s.sum / 100.0 AS sum,
    s.sum AS sum_cents,
    s.last_look AS day
FROM user AS u
JOIN source AS s ON s.user = u.number
WHERE s.last_look = (SELECT max(day) FROM look WHERE user = u.number);

CREATE VIEW signal_sources AS
SELECT
    u.user_id,
    date(s.last_look * 86400, 'unixepoch') AS as_of,
    g.window_days,
    (SELECT text FROM word WHERE code = g.type) AS type,
    n.key AS position,
    (
        SELECT group_concat(account_id) FROM account
        WHERE account BETWEEN s.user * 4 AND s.user * 4 + 3 AND s.accounts >> (account - s.user * 4) & 1
    ) AS accounts,
    (SELECT text FROM word WHERE code = s.categories) AS categories,
    CASE typeof(s.merchants) WHEN 'integer' THEN (SELECT text FROM word WHERE code = s.merchants) ELSE s.merchants END AS merchants,
    date(s.from_day * 86400, 'unixepoch') AS from_date,
    date(s.to_day * 86400, 'unixepoch') AS to_date,
    (SELECT text FROM word WHERE code = s.narrowed) AS narrowed,
    s.count,
    s.sum / 100.0 AS sum,
    s.sum AS sum_cents,
    s.last_look AS day
FROM user AS u
JOIN signal AS g ON g.user = u.number
JOIN json_each('[' || CASE typeof(g.sources) WHEN 'integer' THEN (SELECT text FROM word WHERE code = g.sources) ELSE g.sources END || ']') AS n
JOIN source AS s ON s.user = g.user AND s.last_look = g.last_look AND s.number = n.value
WHERE g.last_look = (SELECT max(day) FROM look WHERE user = u.number);

CREATE VIEW candidate_timeline AS
SELECT
    u.user_id,
    date(c.first_look * 86400, 'unixepoch') AS from_date,
    date(c.last_look * 86400, 'unixepoch') AS to_date,
    (SELECT text FROM word WHERE code = c.persona) AS persona,
    CASE typeof(c.because) WHEN 'integer' THEN (SELECT text FROM word WHERE code = c.because) ELSE c.because END AS because,
    c.first_look AS from_day,
    c.last_look AS to_day,
    c.last_look = (SELECT max(day) FROM look WHERE user = u.number) AS latest
FROM user AS u
JOIN candidate AS c ON c.user = u.number;

CREATE VIEW candidates AS
SELECT user_id, to_date AS as_of, persona, because, to_day AS day
FROM candidate_timeline
WHERE latest;

CREATE VIEW evidence AS
SELECT
    u.user_id,
    date(e.last_look * 86400, 'unixepoch') AS as_of,
    (SELECT text FROM word WHERE code = e.persona) AS persona,
    (SELECT text FROM word WHERE code = e.evidence_group) AS evidence_group,
    e.log_odds,
    CASE typeof(e.because) WHEN 'integer' THEN (SELECT text FROM word WHERE code = e.because) ELSE e.because END AS because,
    (
        SELECT (SELECT text FROM word WHERE code = g.type) FROM signal AS g
        WHERE g.user = e.user AND g.last_look = e.last_look AND g.number = e.signal
    ) AS signal,
    (
        SELECT g.window_days FROM signal AS g
        WHERE g.user = e.user AND g.last_look = e.last_look AND g.number = e.signal
    ) AS signal_window_days,
    (SELECT text FROM word WHERE code = e.weight) AS weight,
    e.last_look AS day
FROM user AS u
JOIN evidence_item AS e ON e.user = u.number
WHERE e.last_look = (SELECT max(day) FROM look WHERE user = u.number);

CREATE VIEW score_timeline AS
SELECT
    u.user_id,
    date(s.first_look * 86400, 'unixepoch') AS from_date,
    date(s.last_look * 86400, 'unixepoch') AS to_date,
    (SELECT text FROM word WHERE code = s.persona) AS persona,
    s.log_odds,
    s.confidence,
    s.candidate,
    s.first_look AS from_day,
    s.last_look AS to_day,
    s.last_look = (SELECT max(day) FROM look WHERE user = u.number) AS latest
FROM user AS u
JOIN score AS s ON s.user = u.number;

CREATE VIEW scores AS
SELECT user_id, to_date AS as_of, persona, log_odds, confidence, candidate, to_day AS day
FROM score_timeline
WHERE latest;

CREATE VIEW persona_assignment_timeline AS
SELECT
    u.user_id,
    date(a.first_look * 86400, 'unixepoch') AS from_date,
    date(a.last_look * 86400, 'unixepoch') AS to_date,
    (SELECT text FROM word WHERE code = a.persona) AS persona,
    a.rank,
    a.confidence,
    a.first_look AS from_day,
    a.last_look AS to_day,
    a.last_look = (SELECT max(day) FROM look WHERE user = u.number) AS latest
FROM user AS u
JOIN assignment AS a ON a.user = u.number;

CREATE VIEW persona_assignments AS
SELECT user_id, to_date AS as_of, persona, rank, confidence, to_day AS day
FROM persona_assignment_timeline
WHERE latest;

-- Looks in a row at which a user had a persona in the same rank, however its confidence went.
CREATE VIEW persona_timeline AS
SELECT
    s.user_id,
    s.rank,
    (SELECT text FROM word WHERE code = s.persona) AS persona,
    date(s.from_day * 86400, 'unixepoch') AS from_date,
    date(s.to_day * 86400, 'unixepoch') AS to_date,
    (SELECT count(*) FROM look WHERE user = s.number AND day BETWEEN s.from_day AND s.to_day) AS looks,
    (
        SELECT min(confidence) FROM assignment
        WHERE user = s.number AND first_look BETWEEN s.from_day AND s.to_day AND rank = s.rank AND persona = s.persona
    ) AS lowest_confidence,
    (
        SELECT max(confidence) FROM assignment
        WHERE user = s.number AND first_look BETWEEN s.from_day AND s.to_day AND rank = s.rank AND persona = s.persona
    ) AS highest_confidence,
    s.from_day,
    s.to_day
FROM (
    -- A stretch begins where the look before did not have it, and ends at the next row that the look after does not have.
    SELECT
        u.user_id,
        u.number,
        a.rank,
        a.persona,
        a.first_look AS from_day,
        (
            SELECT min(e.last_look) FROM assignment AS e
            WHERE e.user = a.user AND e.last_look >= a.last_look AND e.rank = a.rank AND e.persona = a.persona
                AND NOT EXISTS (
                    SELECT 1 FROM assignment AS n
                    WHERE n.user = e.user AND n.rank = e.rank AND n.persona = e.persona
                        AND n.first_look = (SELECT min(day) FROM look WHERE user = e.user AND day > e.last_look)
                )
        ) AS to_day
    FROM user AS u
    JOIN assignment AS a ON a.user = u.number
    WHERE NOT EXISTS (
        SELECT 1 FROM assignment AS p
        WHERE p.user = a.user AND p.rank = a.rank AND p.persona = a.persona
            AND p.last_look = (SELECT max(day) FROM look WHERE user = a.user AND day < a.first_look)
    )
) AS s;

-- A rationale is filled in here, binding by binding.
CREATE VIEW recommendations AS
SELECT
    u.user_id || '-' || (SELECT text FROM word WHERE code = r.code) || '-' || date(r.last_look * 86400, 'unixepoch') AS recommendation_id,
    u.user_id,
    date(r.last_look * 86400, 'unixepoch') AS as_of,
    (SELECT name FROM advice_kind WHERE code = r.kind) AS kind,
    (SELECT text FROM word WHERE code = r.code) AS code,
    (SELECT text FROM word WHERE code = r.persona) AS persona,
    r.priority,
    (SELECT text FROM word WHERE code = r.title) AS title,
    (SELECT text FROM word WHERE code = r.body) AS body,
    (
        WITH RECURSIVE filled (next, text) AS (
            SELECT 0, CASE typeof(r.rationale) WHEN 'integer' THEN (SELECT text FROM word WHERE code = r.rationale) ELSE r.rationale END
            UNION ALL
            SELECT
                f.next + 1,
                replace(
                    f.text,
                    '{' || (SELECT text FROM word WHERE code = b.name) || '}',
                    CASE typeof(b.text) WHEN 'integer' THEN (SELECT text FROM word WHERE code = b.text) ELSE b.text END
                )
            FROM filled AS f
            JOIN binding AS b
                ON b.user = r.user AND b.last_look = r.last_look AND b.recommendation = r.number AND b.position = f.next
        )
        SELECT text FROM filled ORDER BY next DESC LIMIT 1
    ) AS rationale,
    (SELECT text FROM word WHERE code = r.disclosure) AS disclosure,
    r.last_look AS day
FROM user AS u
JOIN recommendation AS r ON r.user = u.number
WHERE r.last_look = (SELECT max(day) FROM look WHERE user = u.number);

-- Its wording belongs to a look and not to a stretch of them.
CREATE VIEW recommendation_timeline AS
SELECT
    u.user_id,
    date(r.first_look * 86400, 'unixepoch') AS from_date,
    date(r.last_look * 86400, 'unixepoch') AS to_date,
    (SELECT name FROM advice_kind WHERE code = r.kind) AS kind,
    (SELECT text FROM word WHERE code = r.code) AS code,
    (SELECT text FROM word WHERE code = r.persona) AS persona,
    r.priority,
    (SELECT text FROM word WHERE code = r.title) AS title,
    r.first_look AS from_day,
    r.last_look AS to_day,
    r.last_look = (SELECT max(day) FROM look WHERE user = u.number) AS latest
FROM user AS u
JOIN recommendation AS r ON r.user = u.number;

CREATE VIEW recommendation_bindings AS
SELECT
    u.user_id || '-' || (SELECT text FROM word WHERE code = r.code) || '-' || date(r.last_look * 86400, 'unixepoch') AS recommendation_id,
    u.user_id,
    date(r.last_look * 86400, 'unixepoch') AS as_of,
    (SELECT text FROM word WHERE code = r.code) AS code,
    b.position,
    (SELECT text FROM word WHERE code = b.name) AS name,
    CASE typeof(b.text) WHEN 'integer' THEN (SELECT text FROM word WHERE code = b.text) ELSE b.text END AS text,
    b.value,
    (SELECT name FROM unit WHERE code = b.unit) AS unit,
    CASE typeof(b.origin) WHEN 'integer' THEN (SELECT text FROM word WHERE code = b.origin) ELSE b.origin END AS origin,
    CASE typeof(b.sources) WHEN 'integer' THEN (SELECT text FROM word WHERE code = b.sources) ELSE b.sources END AS sources,
    b.last_look AS day
FROM user AS u
JOIN recommendation AS r ON r.user = u.number
JOIN binding AS b ON b.user = r.user AND b.last_look = r.last_look AND b.recommendation = r.number
WHERE r.last_look = (SELECT max(day) FROM look WHERE user = u.number);

CREATE VIEW recommendation_sources AS
SELECT
    u.user_id || '-' || (SELECT text FROM word WHERE code = r.code) || '-' || date(r.last_look * 86400, 'unixepoch') AS recommendation_id,
    u.user_id,
    date(r.last_look * 86400, 'unixepoch') AS as_of,
    (SELECT text FROM word WHERE code = r.code) AS code,
    (SELECT text FROM word WHERE code = b.name) AS name,
    n.key AS position,
    (
        SELECT group_concat(account_id) FROM account
        WHERE account BETWEEN s.user * 4 AND s.user * 4 + 3 AND s.accounts >> (account - s.user * 4) & 1
    ) AS accounts,
    (SELECT text FROM word WHERE code = s.categories) AS categories,
    CASE typeof(s.merchants) WHEN 'integer' THEN (SELECT text FROM word WHERE code = s.merchants) ELSE s.merchants END AS merchants,
    date(s.from_day * 86400, 'unixepoch') AS from_date,
    date(s.to_day * 86400, 'unixepoch') AS to_date,
    (SELECT text FROM word WHERE code = s.narrowed) AS narrowed,
    s.count,
    s.sum / 100.0 AS sum,
    s.sum AS sum_cents,
    s.last_look AS day
FROM user AS u
JOIN recommendation AS r ON r.user = u.number
JOIN binding AS b ON b.user = r.user AND b.last_look = r.last_look AND b.recommendation = r.number
JOIN json_each('[' || CASE typeof(b.sources) WHEN 'integer' THEN (SELECT text FROM word WHERE code = b.sources) ELSE b.sources END || ']') AS n
JOIN source AS s ON s.user = b.user AND s.last_look = b.last_look AND s.number = n.value
WHERE r.last_look = (SELECT max(day) FROM look WHERE user = u.number);

CREATE VIEW blocked_timeline AS
SELECT
    u.user_id,
    date(b.first_look * 86400, 'unixepoch') AS from_date,
    date(b.last_look * 86400, 'unixepoch') AS to_date,
    (SELECT name FROM advice_kind WHERE code = b.kind) AS kind,
    (SELECT text FROM word WHERE code = b.code) AS code,
    (SELECT text FROM word WHERE code = b.persona) AS persona,
    CASE typeof(b.reason) WHEN 'integer' THEN (SELECT text FROM word WHERE code = b.reason) ELSE b.reason END AS reason,
    b.first_look AS from_day,
    b.last_look AS to_day,
    b.last_look = (SELECT max(day) FROM look WHERE user = u.number) AS latest
FROM user AS u
JOIN blocked_item AS b ON b.user = u.number;

CREATE VIEW blocked AS
SELECT user_id, to_date AS as_of, kind, code, persona, reason, to_day AS day
FROM blocked_timeline
WHERE latest;

CREATE VIEW run AS
SELECT
    scenario,
    seed,
    date(from_day * 86400, 'unixepoch') AS from_date,
    date(to_day * 86400, 'unixepoch') AS to_date,
    to_day - from_day + 1 AS days,
    (SELECT row_count FROM table_count WHERE name = 'users') AS users,
    (SELECT row_count FROM table_count WHERE name = 'transactions') AS transactions,
    (SELECT row_count FROM table_count WHERE name = 'persona_assignments') AS persona_assignments,
    (SELECT row_count FROM table_count WHERE name = 'recommendations') AS recommendations,
    (SELECT count(*) FROM look_day) AS looks,
    lower(hex(data_fingerprint)) AS data_fingerprint,
    lower(hex(findings_fingerprint)) AS findings_fingerprint,
    rule_revision,
    product_version
FROM run_record;
