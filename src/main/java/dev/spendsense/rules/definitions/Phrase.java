package dev.spendsense.rules.definitions;

/**
 * Words that advice must not use.
 *
 * @param text in small letters
 * @param replacement what to say instead; empty when the advice has to be held back
 */
public record Phrase(String text, String replacement) {

    /** Whether nothing can be said instead. */
    public boolean unsayable() {
        return replacement.isEmpty();
    }
}
