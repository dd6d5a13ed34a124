package dev.spendsense.cli;

/** What the user typed cannot be done; the message says why and what can. */
final class WrongInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongInput(String message) {
        super(message);
    }
}
