package dev.spendsense.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far off the time left is that a run tells. It is run once, before this process is warm, as such runs are. */
final class TimeLeft implements Benchmark {

    static final String NAME = "time-left";

    private final Material material;
    private final Foresight foresight = new Foresight();

    TimeLeft(Material material) {
        this.material = material;
    }

    @Override
    public Subject subject() {
        return new Subject(
                NAME,
                String.format(
                        Locale.ROOT,
                        "what a run of %,d users in a fresh process says of the time left after the first tenth, against "
                                + "the time that was left until its file was safe",
                        material.settings().foreseenUsers()),
                "% off",
                false,
                Optional.empty());
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.figure(10));
    }

    @Override
    public void prepare() {
        material.generation(material.settings().foreseenUsers())
                .into(material.file("time-left.db"), true, EndToEnd.threads(), foresight);
        if (foresight.percentOff().isEmpty()) {
            throw new NotMeasurable("the run was over before a tenth of it was told");
        }
    }

    /** There is only one first run. */
    @Override
    public int repetitions(int usual) {
        return 1;
    }

    @Override
    public double measure() {
        return foresight.percentOff().orElseThrow();
    }

    @Override
    public List<String> notes() {
        return List.of(String.format(Locale.ROOT, "the run took %.1f s", foresight.seconds()));
    }
}
