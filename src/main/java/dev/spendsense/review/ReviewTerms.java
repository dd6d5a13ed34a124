package dev.spendsense.review;

import dev.spendsense.text.NearestName;
import dev.spendsense.yaml.Fault;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.YamlFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What those who own the rules have settled about reviewing: the file {@code review.yaml} in the rule folder. It is no
 * part of the rules' revision, since no finding depends on it.
 *
 * @param reasons why one disagrees with advice: titles by name, in the order of the file
 * @param severities of flags, the mildest first
 * @param priority what makes advice urgent to look at
 * @param bands lowest points by name of the band, the most urgent first
 */
public record ReviewTerms(
        Map<String, String> reasons, List<String> severities, Priority priority, Map<String, Integer> bands) {

    /** The file within a rule folder. */
    public static final String FILE = "review.yaml";

    /** Nothing to choose from and nothing to weigh: for those who decide nothing about advice. */
    public static final ReviewTerms NONE = new ReviewTerms(Map.of(), List.of(), new Priority(0, 0, 0), Map.of());

    /**
     * Reads the file of a rule folder.
     *
     * @throws BrokenReviewTerms with everything that is wrong
     */
    public static ReviewTerms read(Path ruleFolder) {
        Path file = ruleFolder.resolve(FILE);
        Faults faults = new Faults(path -> path);
        Place place = Place.ofFile(file.toString());
        try {
            String text = Files.isRegularFile(file) ? Files.readString(file) : "";
            Optional<ReviewTerms> terms = YamlFields.read(
                            place, text, "a file with reasons, severities, priority and bands", faults)
                    .map(ReviewTerms::read);
            if (!faults.all().isEmpty()) {
                throw new BrokenReviewTerms(faults.all());
            }
            return terms.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static ReviewTerms read(YamlFields fields) {
        ReviewTerms terms = new ReviewTerms(
                fields.block("reasons").values(Form.name(), Form.text()),
                new ArrayList<>(fields.list("severities", Form.name())),
                Priority.read(fields.block("priority")),
                fields.block("bands").values(Form.name(), Form.count(0, 100)));
        fields.end();
        return terms;
    }

    /** The band of so many points; that of the fewest when even those are not reached. */
    String band(double points) {
        String last = "";
        for (Map.Entry<String, Integer> band : bands.entrySet()) {
            last = band.getKey();
            if (points >= band.getValue()) {
                break;
            }
        }
        return last;
    }

    void requireReason(String reason) {
        require("reason", reason, reasons.keySet());
    }

    void requireSeverity(String severity) {
        require("severity", severity, severities);
    }

    private static void require(String field, String value, Collection<String> known) {
        if (!known.contains(value)) {
            String expected = String.join(", ", known);
            String nearest = NearestName.of(value, known)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse("");
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    field,
                    field + ": expected one of " + expected + ", not '" + value + "'" + nearest);
        }
    }

    /** The file cannot be used; the message has one line a fault. */
    public static final class BrokenReviewTerms extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        BrokenReviewTerms(List<Fault> faults) {
            super(String.join("\n", faults.stream().map(Fault::toString).toList()));
            this.faults = List.copyOf(faults);
        }

        /** At least one, by line. */
        public List<Fault> faults() {
            return faults;
        }
    }
}
