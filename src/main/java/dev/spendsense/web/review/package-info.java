/**
 * What people decide, by REST: the review queue, decisions, other personas, consent, erasure, the audit log, and the rules
 * that people disagree with. Nothing of users who do not consent leaves by it.
 */
package dev.spendsense.web.review;
