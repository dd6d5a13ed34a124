/**
 * Datasets as folders of files that other programs read: Parquet, CSV and JSON lines. Each holds the public tables and a
 * {@code manifest.json}, which is written last and says what the population was made from. Parquet and JSON lines are read
 * back too. A format knows nothing of any table: names, types and values come from {@code dataset.tables}.
 */
package dev.spendsense.dataset.formats;
