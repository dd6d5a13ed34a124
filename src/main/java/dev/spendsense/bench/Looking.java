package dev.spendsense.bench;

import dev.spendsense.bank.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What looking every week costs, against looking once at the end. */
final class Looking implements Benchmark {

    static final String NAME = "weekly-looks";

    private final Material material;
    private List<History> histories;
    private List<LocalDate> weekly;
    private Passes often;
    private Passes once;
    private double seconds;
    private long concluded;

    Looking(Material material) {
        this.material = material;
    }

    @Override
    public Subject subject() {
        return new Subject(
                NAME,
                String.format(
                        Locale.ROOT,
                        "judging those of %,d users who consent every week, against once, processor time",
                        material.settings().fewForLooks()),
                "× one look",
                false,
                Optional.empty());
    }

    @Override
    public void prepare() {
        int users = material.settings().fewForLooks();
        histories = Judging.consenting(material.lives(users));
        weekly = material.scenario(users, "evaluate.every=7d").looks();
        often = new Passes(material.settings(), () -> look(weekly)).warm();
        List<LocalDate> last = weekly.subList(weekly.size() - 1, weekly.size());
        once = new Passes(material.settings(), () -> look(last)).warm();
    }

    private void look(List<LocalDate> looks) {
        for (History history : histories) {
            concluded += material.rules().evaluate(history, looks).size();
        }
    }

    @Override
    public double measure() {
        seconds = often.seconds();
        return seconds / once.seconds();
    }

    @Override
    public List<String> notes() {
        double aLook = seconds * 1e6 / histories.size() / weekly.size();
        return List.of(String.format(Locale.ROOT, "%d looks, %.0f µs each", weekly.size(), aLook));
    }
}
