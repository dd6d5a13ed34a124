package dev.spendsense.web.security;

/**
 * Who calls; a handler that wants to know has a parameter of this type.
 *
 * @param name as it stands in audit logs
 * @param role what the caller may do
 */
public record Caller(String name, Role role) {}
