package dev.spendsense.report.html;

/** Stands where there is nothing to show, and says why. */
final class EmptyState {

    private EmptyState() {}

    /**
     * @param why in a sentence
     * @param how in another, what would give something to show
     */
    static Element of(String why, String how) {
        return Element.styled("div", "empty", Element.of("p", Element.of("strong", why)), Element.of("p", how));
    }
}
