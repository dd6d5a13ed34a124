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
    e.from_day,
    e.to_day
FROM user AS u
JOIN episode AS e ON e.user = u.number;

CREATE VIEW run AS
SELECT
    scenario,
    seed,
    date(from_day * 86400, 'unixepoch') AS from_date,
    date(to_day * 86400, 'unixepoch') AS to_date,
    to_day - from_day + 1 AS days,
    (SELECT row_count FROM table_count WHERE name = 'users') AS users,
    (SELECT row_count FROM table_count WHERE name = 'transactions') AS transactions,
    lower(hex(data_fingerprint)) AS data_fingerprint,
    lower(hex(findings_fingerprint)) AS findings_fingerprint,
    rule_revision,
    product_version
FROM run_record;
