package dev.spendsense.web.users;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.spendsense.json.FindingsJson.AdviceJson;

/**
 * A piece of advice with what people have decided about it.
 *
 * @param verdict null as of looks before the last one: decisions are about the advice of that
 */
record DecidedAdviceJson(
        @JsonUnwrapped AdviceJson advice, @JsonUnwrapped Verdicts.Verdict verdict) {}
