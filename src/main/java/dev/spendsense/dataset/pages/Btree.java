package dev.spendsense.dataset.pages;

import dev.spendsense.dataset.pages.Page.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One b-tree, built from its leaves upward: a leaf that is full is appended to the file, and its place noted in the page
 * above it, which fills likewise. In the end the topmost page takes the place of the root.
 *
 * <p>Where keys are rowids, all records are in leaves, and interior pages repeat the last rowid of each child. Where keys
 * are in the records, as in tables without rowids, each record is there once, some in interior pages between two children.
 * See <a href="https://sqlite.org/fileformat2.html#b_tree_pages">b-tree pages</a>.
 */
final class Btree {

    private static final int PAGE_NUMBER = 4;

    private final PageFile file;
    private final int root;
    private final boolean byRowid;
    private final Kind leafKind;
    private final Kind interiorKind;
    private final Page leaf;
    private final List<Page> interiors = new ArrayList<>();
    private final byte[] overflowPage;
    private final int most;
    private final int least;
    private long lastRowid;

    /**
     * A tree whose root is there already, and empty.
     *
     * @param root number of its page
     * @param byRowid whether keys are rowids
     */
    Btree(PageFile file, int root, boolean byRowid) {
        this.file = file;
        this.root = root;
        this.byRowid = byRowid;
        leafKind = byRowid ? Kind.TABLE_LEAF : Kind.INDEX_LEAF;
        interiorKind = byRowid ? Kind.TABLE_INTERIOR : Kind.INDEX_INTERIOR;
        int usable = file.pageSize();
        leaf = new Page(leafKind, usable);
        overflowPage = new byte[usable];
        // The names X and M in https://sqlite.org/fileformat2.html#cell_payload_overflow_pages
        most = byRowid ? usable - 35 : (usable - 12) * 64 / 255 - 23;
        least = (usable - 12) * 32 / 255 - 23;
    }

    /**
     * Adds a record whose key is in it and greater than all before.
     *
     * @throws IOException when the disk is full or fails
     */
    void add(Record record) throws IOException {
        add(record, 0, 0);
    }

    /**
     * Adds a record.
     *
     * @param rowid greater than all before
     * @throws IOException when the disk is full or fails
     */
    void add(long rowid, Record record) throws IOException {
        add(record, rowid, Varint.size(rowid));
        lastRowid = rowid;
    }

    private void add(Record record, long rowid, int rowidSize) throws IOException {
        int payload = record.size();
        boolean overflows = payload > most;
        int local = overflows ? localSize(payload) : payload;
        int size = Varint.size(payload) + rowidSize + local + (overflows ? PAGE_NUMBER : 0);
        if (!leaf.fits(size)) {
            finishLeaf();
        }
        int at = leaf.add(size);
        byte[] page = leaf.bytes();
        at = Varint.put(page, at, payload);
        if (rowidSize > 0) {
            at = Varint.put(page, at, rowid);
        }
        if (overflows) {
            byte[] whole = new byte[payload];
            record.copyTo(whole, 0);
            System.arraycopy(whole, 0, page, at, local);
            BigEndian.put4(page, at + local, overflow(whole, local));
        } else {
            record.copyTo(page, at);
        }
    }

    /** How much of a payload that is too long stays in its cell: as much as makes the last overflow page full, if it may. */
    private int localSize(int payload) {
        int filling = least + (payload - least) % (file.pageSize() - PAGE_NUMBER);
        return filling <= most ? filling : least;
    }

    /** Appends overflow pages, the last one first since each names the next, and gives the number of the first. */
    private int overflow(byte[] payload, int from) throws IOException {
        int capacity = overflowPage.length - PAGE_NUMBER;
        int next = 0;
        for (int start = from + (payload.length - from - 1) / capacity * capacity; start >= from; start -= capacity) {
            int length = Math.min(capacity, payload.length - start);
            BigEndian.put4(overflowPage, 0, next);
            System.arraycopy(payload, start, overflowPage, PAGE_NUMBER, length);
            Arrays.fill(overflowPage, PAGE_NUMBER + length, overflowPage.length, (byte) 0);
            next = file.append(overflowPage);
        }
        return next;
    }

    private void finishLeaf() throws IOException {
        byte[] key = byRowid ? rowidKey() : leaf.takeLast();
        int number = file.append(leaf.leaf());
        leaf.clear();
        addChild(0, number, key);
    }

    private byte[] rowidKey() {
        byte[] key = new byte[Varint.size(lastRowid)];
        Varint.put(key, 0, lastRowid);
        return key;
    }

    /** Notes a page and the key that comes after all of it, or is the last in it. */
    private void addChild(int level, int number, byte[] key) throws IOException {
        if (level == interiors.size()) {
            interiors.add(new Page(interiorKind, file.pageSize()));
        }
        Page interior = interiors.get(level);
        int size = PAGE_NUMBER + key.length;
        if (!interior.fits(size)) {
            // Its last child has no key after it here, but one above; so no page is ever left without any.
            byte[] last = interior.takeLast();
            int full = file.append(interior.interior(BigEndian.get4(last, 0)));
            interior.clear();
            addChild(level + 1, full, Arrays.copyOfRange(last, PAGE_NUMBER, last.length));
        }
        int at = interior.add(size);
        BigEndian.put4(interior.bytes(), at, number);
        System.arraycopy(key, 0, interior.bytes(), at + PAGE_NUMBER, key.length);
    }

    /**
     * Ends the tree; nothing can be added after it.
     *
     * @throws IOException when there was something in it before, or the disk is full or fails
     */
    void complete() throws IOException {
        byte[] page = leaf.leaf();
        for (Page interior : interiors) {
            page = interior.interior(file.append(page));
        }
        file.replaceEmptyRoot(root, leafKind, page);
    }
}
