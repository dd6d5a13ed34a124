package dev.spendsense.exchange;

import java.util.ArrayList;
import java.util.List;

/** Takes down what in one file could not be used. */
public final class Remarks {

    /** A file in which everything is wrong is told apart from a good one by fewer. */
    private static final int MOST = 1_000;

    private final String file;
    private final List<Remark> remarks = new ArrayList<>();
    private int more;

    public Remarks(String file) {
        this.file = file;
    }

    /** About the file as a whole. */
    public void add(String meaning) {
        add("", "", "", meaning);
    }

    public void add(String pointer, String field, String value, String meaning) {
        if (remarks.size() < MOST) {
            remarks.add(new Remark(file, pointer, field, value, meaning));
        } else {
            more++;
        }
    }

    String file() {
        return file;
    }

    /** In the order in which they were found. */
    public List<Remark> all() {
        List<Remark> all = new ArrayList<>(remarks);
        if (more > 0) {
            all.add(new Remark(file, "", "", "", more + " more such remarks are left out"));
        }
        return all;
    }
}
