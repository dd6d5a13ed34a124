package dev.spendsense.dataset.pages;

import java.util.Arrays;

/**
 * A page of a b-tree while it is being filled with cells in the order of their keys: a header, pointers to the cells, and
 * the cells themselves from the end of the page downward. See <a
 * href="https://sqlite.org/fileformat2.html#b_tree_pages">b-tree pages</a>.
 */
final class Page {

    /** What a page may be; an index here also means a table without rowids, which is kept like one. */
    enum Kind {
        INDEX_INTERIOR(0x02),
        TABLE_INTERIOR(0x05),
        INDEX_LEAF(0x0a),
        TABLE_LEAF(0x0d);

        private final int flag;

        Kind(int flag) {
            this.flag = flag;
        }

        private boolean isLeaf() {
            return this == INDEX_LEAF || this == TABLE_LEAF;
        }

        /** Whether a page is the root of an empty tree of which this is the leaf. */
        boolean isEmptyRoot(byte[] page) {
            return page[0] == flag && BigEndian.get2(page, CELLS) == 0;
        }
    }

    private static final int CELLS = 3;
    private static final int CONTENT_START = 5;
    private static final int RIGHT_MOST_CHILD = 8;
    private static final int LEAF_HEADER = 8;
    private static final int INTERIOR_HEADER = 12;
    private static final int POINTER = 2;

    /** Shorter cells take so many bytes all the same, so that a free block can take their place. */
    private static final int LEAST_ROOM = 4;

    private final Kind kind;
    private final byte[] bytes;
    private final int headerSize;
    private int cells;
    private int contentStart;
    private int lastSize;

    Page(Kind kind, int size) {
        this.kind = kind;
        this.bytes = new byte[size];
        this.headerSize = kind.isLeaf() ? LEAF_HEADER : INTERIOR_HEADER;
        clear();
    }

    /** Takes all cells out. */
    void clear() {
        cells = 0;
        contentStart = bytes.length;
    }

    /** Whether there is room for another cell. */
    boolean fits(int size) {
        return contentStart - room(size) >= headerSize + POINTER * (cells + 1);
    }

    /** Makes room for the next cell, which must fit, and says where in {@link #bytes()} it is to be put. */
    int add(int size) {
        contentStart -= room(size);
        lastSize = size;
        BigEndian.put2(bytes, headerSize + POINTER * cells, contentStart);
        cells++;
        return contentStart;
    }

    /** Takes the cell out that was added last. Not twice in a row. */
    byte[] takeLast() {
        byte[] last = Arrays.copyOfRange(bytes, contentStart, contentStart + lastSize);
        cells--;
        contentStart = cells == 0 ? bytes.length : BigEndian.get2(bytes, headerSize + POINTER * (cells - 1));
        return last;
    }

    /** The page as it is so far. */
    byte[] bytes() {
        return bytes;
    }

    /** The finished leaf page. */
    byte[] leaf() {
        bytes[0] = (byte) kind.flag;
        BigEndian.put2(bytes, 1, 0); // no free blocks
        BigEndian.put2(bytes, CELLS, cells);
        BigEndian.put2(bytes, CONTENT_START, contentStart); // 65536 is written as 0
        bytes[7] = 0; // no fragments
        Arrays.fill(bytes, headerSize + POINTER * cells, contentStart, (byte) 0);
        return bytes;
    }

    /**
     * The finished interior page.
     *
     * @param rightMostChild number of the page that holds the keys after all those here
     */
    byte[] interior(int rightMostChild) {
        BigEndian.put4(bytes, RIGHT_MOST_CHILD, rightMostChild);
        return leaf();
    }

    private static int room(int size) {
        return Math.max(LEAST_ROOM, size);
    }
}
