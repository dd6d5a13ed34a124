/**
 * Twins: the life of one user of a dataset beside the same life with one thing changed. Both are lived and judged anew,
 * from the scenario, the seed and the rules that the dataset keeps; since all randomness is keyed, what differs between
 * them follows from the change. The room says where ledgers and findings part, and draws it as a page.
 */
package dev.spendsense.twin;
