package dev.spendsense.review;

import dev.spendsense.dataset.RecommendationId;

/**
 * A piece of advice as somebody saw it who decides about it.
 *
 * @param id which
 * @param version the version that was seen
 */
public record Expected(RecommendationId id, long version) {}
