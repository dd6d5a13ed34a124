package dev.spendsense.rules.definitions;

import dev.spendsense.findings.Kind;
import java.util.List;

/**
 * A piece of advice before it meets a customer.
 *
 * @param code name in rules
 * @param kind education or offer
 * @param title heading
 * @param body what is taught or offered
 * @param rationale sentence with placeholders in braces; {@code {param.NAME}} stands for a parameter
 * @param personas the personas it may be given for; empty for any
 * @param priority 1 for the most pressing
 * @param product what kind of thing an offer sells, for example {@code savings_account}; empty for education
 * @param placeholders names in the rationale that a rule has to bind
 * @param plainText title and body in small letters, for those who look for words
 * @param unsayable whether title or body use a phrase that has no replacement
 */
public record ContentItem(
        String code,
        Kind kind,
        String title,
        String body,
        String rationale,
        List<String> personas,
        int priority,
        String product,
        List<String> placeholders,
        String plainText,
        boolean unsayable) {}
