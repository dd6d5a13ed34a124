package dev.spendsense.rules.definitions;

/**
 * What analysts know of a merchant that sells memberships.
 *
 * @param merchant name on the statement
 * @param kind what it offers; several of one kind are more than a household uses
 * @param companion merchant at which a member shops when the membership is used; empty when there is none
 */
public record Service(String merchant, String kind, String companion) {}
