/**
 * What is answered when something is wrong: problem details (RFC 9457) and nothing else, whoever notices it, controllers,
 * filters or the server. The kinds are a closed list that is part of the interface; {@code GET /problems} tells it. What
 * nobody foresaw is logged, and answered without a word of the program's inside.
 */
package dev.spendsense.web.problems;
