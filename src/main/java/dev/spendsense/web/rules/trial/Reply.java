package dev.spendsense.web.rules.trial;

import tools.jackson.databind.JsonNode;

/**
 * A line that a trial's process writes; one of its members is there.
 *
 * @param progress how far it has come
 * @param answer what was wanted
 * @param refusal what is wrong with the order
 * @param failure what went wrong inside
 */
record Reply(TrialProgress progress, JsonNode answer, Refusal refusal, String failure) {

    /** @param field of the order; null when it is none */
    record Refusal(String field, String message) {}

    static Reply progress(long done, long total) {
        return new Reply(new TrialProgress(done, total), null, null, null);
    }

    static Reply answer(JsonNode answer) {
        return new Reply(null, answer, null, null);
    }

    static Reply refusal(String field, String message) {
        return new Reply(null, null, new Refusal(field, message), null);
    }

    static Reply failure(String failure) {
        return new Reply(null, null, null, failure);
    }
}
