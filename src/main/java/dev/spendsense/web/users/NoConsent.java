package dev.spendsense.web.users;

/** What was asked for is a finding, and the user does not consent to findings. */
final class NoConsent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoConsent(String userId) {
        super(userId + " does not consent to be judged; nothing that rules concluded is shown");
    }
}
