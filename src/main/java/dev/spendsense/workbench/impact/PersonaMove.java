package dev.spendsense.workbench.impact;

/**
 * How many users went from one foremost persona to another, or stayed.
 *
 * @param from as the rules were; empty for none
 * @param to as the rules would be; empty for none
 * @param users how many, at least 1
 */
public record PersonaMove(String from, String to, int users) {

    public boolean stayed() {
        return from.equals(to);
    }
}
