package dev.spendsense.twin;

import dev.spendsense.dataset.RuleText;
import java.util.Optional;

/** Two lives as one page. */
public final class TwinPage {
    public TwinPage(Twins twins, Optional<RuleText> rules) {}

    public String html() {
        return "";
    }
}
