package dev.spendsense.review.audit;

/**
 * An entry to be.
 *
 * @param actor who
 * @param action what
 * @param subject the user it concerns; empty when it concerns the dataset
 * @param detail what it says
 */
public record NewEntry(Actor actor, Action action, String subject, Detail detail) {}
