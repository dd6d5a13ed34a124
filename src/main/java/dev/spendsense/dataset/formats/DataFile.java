package dev.spendsense.dataset.formats;

import java.io.Serializable;

/**
 * A file with rows of one table.
 *
 * @param table whose rows it holds
 * @param path relative to the folder, with slashes
 * @param rows how many rows it holds
 * @param bytes its size
 */
public record DataFile(String table, String path, long rows, long bytes) implements Serializable {}
