package dev.spendsense.spark;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.DatasetException.Reason;
import dev.spendsense.dataset.formats.DataFile;
import dev.spendsense.dataset.formats.Part;
import dev.spendsense.dataset.formats.RunUnderWay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What the run under way is and which of its ranges of users are complete, in {@code .run}, so that a later run goes on with
 * the others. The same records as those of a run on one machine.
 */
final class CompleteRanges {

    static final String FOLDER = ".run";

    private static final String RUN = "run.json";
    private static final String RECORD = ".json";

    private final OutputFolder folder;

    CompleteRanges(OutputFolder folder) {
        this.folder = folder;
    }

    /** Whether a run has begun here and is not complete. */
    boolean begun() throws IOException {
        return folder.files().exists(record(RUN));
    }

    void begin(RunUnderWay run) throws IOException {
        folder.write(run.json(), RUN, record(RUN));
    }

    /**
     * Ranges that are complete, in order; those whose files are not as they were are not.
     *
     * @throws DatasetException when what has begun is another run
     */
    List<Part> of(RunUnderWay wanted) throws IOException {
        RunUnderWay found = parsed(record(RUN), RunUnderWay::parse);
        if (!found.equals(wanted)) {
            throw new DatasetException(
                    Reason.EXISTS,
                    folder + " holds an interrupted run of something else (" + found.difference(wanted)
                            + "); ask for the same to go on with it");
        }
        List<Part> complete = new ArrayList<>();
        for (Path record : records()) {
            Part part = parsed(record, Part::parse);
            if (isThere(part)) {
                complete.add(part);
            }
        }
        complete.sort(Comparator.comparingInt(Part::firstUser));
        return complete;
    }

    /** How many ranges are recorded. */
    int count() throws IOException {
        return records().size();
    }

    /**
     * Records a range whose files have their names. Another attempt may have done so before.
     *
     * @param attempt where it is written first
     */
    void add(Part part, String attempt) throws IOException {
        folder.write(part.json(), attempt + "/range" + RECORD, record(part.name() + RECORD));
    }

    /** The users that are in none of these ranges, in ranges of at most so many. */
    static List<UserRange> missing(int users, List<Part> complete, int most) {
        List<UserRange> missing = new ArrayList<>();
        int first = 0;
        for (Part part : complete) {
            missing.addAll(UserRange.between(first, part.firstUser(), most));
            first = part.end();
        }
        missing.addAll(UserRange.between(first, users, most));
        return missing;
    }

    private boolean isThere(Part part) throws IOException {
        FileSystem files = folder.files();
        for (DataFile file : part.files()) {
            Path path = folder.resolve(file.path());
            if (!files.exists(path) || files.getFileStatus(path).getLen() != file.bytes()) {
                return false;
            }
        }
        return true;
    }

    private List<Path> records() throws IOException {
        List<Path> records = new ArrayList<>();
        for (FileStatus file : folder.files().listStatus(folder.resolve(FOLDER))) {
            String name = file.getPath().getName();
            if (name.endsWith(RECORD) && !name.equals(RUN)) {
                records.add(file.getPath());
            }
        }
        return records;
    }

    private <T> T parsed(Path record, Function<String, T> parse) throws IOException {
        try {
            return parse.apply(folder.read(record));
        } catch (IllegalArgumentException e) {
            throw new IOException(record + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path record(String name) {
        return folder.resolve(FOLDER + "/" + name);
    }
}
