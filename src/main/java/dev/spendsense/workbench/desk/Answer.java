package dev.spendsense.workbench.desk;

import dev.spendsense.workbench.check.CheckReport;
import java.util.Optional;

/**
 * What came of asking something of a draft.
 *
 * @param revision of the rules with the draft
 * @param check what is wrong with them; errors are the reason why there is no result
 * @param result empty when the rules cannot be used
 */
public record Answer<T>(String revision, CheckReport check, Optional<T> result) {}
