package dev.spendsense.web.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What somebody may do; each role may also do all that those before it may. */
public enum Role {
    /** Reads. */
    @JsonProperty("viewer")
    VIEWER,
    /** Decides on recommendations, changes consent. */
    @JsonProperty("operator")
    OPERATOR,
    /** Checks, tries and adopts rules; starts runs. */
    @JsonProperty("analyst")
    ANALYST,
    /** Deletes, erases, reads what is of the whole server. */
    @JsonProperty("admin")
    ADMIN;

    /** Whether it may do what takes another role. */
    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    /** In lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
