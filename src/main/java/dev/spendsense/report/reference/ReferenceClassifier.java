package dev.spendsense.report.reference;

import dev.spendsense.report.accuracy.Confusion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A classifier that was fitted to customers whose truth was known. Of several ways to learn, the one counts that does best
 * on every fourth of those customers when fitted to the others; it is then fitted to all of them. The same examples in the
 * same order give the same predictions.
 */
public final class ReferenceClassifier {

    private static final int OF_HOW_MANY_ONE_IS_HELD_OUT = 4;
    private static final LabelFactory LABELS = new LabelFactory();

    /** Held here, because its level would be forgotten with it. */
    private static final Logger LIBRARY = Logger.getLogger("org.tribuo");

    private final String name;
    private final Features features;
    private final Model<Label> model;

    private ReferenceClassifier(String name, Features features, Model<Label> model) {
        this.name = name;
        this.features = features;
        this.model = model;
    }

    /**
     * Fits a classifier.
     *
     * @param examples those in whom nothing holds teach nothing; one in whom several profiles hold is an example of each
     * @throws IllegalArgumentException when fewer than two profiles hold in them
     */
    public static ReferenceClassifier fit(List<LabeledSignals> examples) {
        LIBRARY.setLevel(Level.WARNING);
        List<LabeledSignals> known =
                examples.stream().filter(example -> !example.truths().isEmpty()).toList();
        if (known.stream()
                        .flatMap(example -> example.truths().stream())
                        .distinct()
                        .count()
                < 2) {
            throw new IllegalArgumentException("expected examples of at least two profiles");
        }
        return fit(best(known), known);
    }

    private static Learner best(List<LabeledSignals> examples) {
        List<LabeledSignals> fitted = new ArrayList<>();
        List<LabeledSignals> heldOut = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            (i % OF_HOW_MANY_ONE_IS_HELD_OUT == 0 ? heldOut : fitted).add(examples.get(i));
        }
        Learner best = Learner.all().get(0);
        double highest = -1;
        for (Learner learner : Learner.all()) {
            if (highest == 1) {
                break; // none can do better
            }
            double reached = fitted.isEmpty() ? 0 : macroF1(fit(learner, fitted), heldOut);
            if (reached > highest) {
                highest = reached;
                best = learner;
            }
        }
        return best;
    }

    private static ReferenceClassifier fit(Learner learner, List<LabeledSignals> examples) {
        Features features = Features.of(examples);
        MutableDataset<Label> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("signals", LABELS), LABELS);
        for (LabeledSignals example : examples) {
            float weight = 1f / example.truths().size();
            for (String truth : example.truths()) {
                dataset.add(features.example(example.signals(), new Label(truth), weight));
            }
        }
        return new ReferenceClassifier(
                learner.name(), features, learner.trainer().get().train(dataset));
    }

    private static double macroF1(ReferenceClassifier classifier, List<LabeledSignals> examples) {
        SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
        for (LabeledSignals example : examples) {
            String predicted = classifier.predict(example.signals());
            String truth = example.truths().contains(predicted)
                    ? predicted
                    : example.truths().get(0);
            counts.computeIfAbsent(truth, profile -> new TreeMap<>()).merge(predicted, 1, Integer::sum);
        }
        return new Confusion(counts).macroF1();
    }

    /** What it is and was fitted to, in words. */
    public String description() {
        return name + " over " + features.signals() + " signals";
    }

    /** The profile that it takes to be the most likely one. */
    public String predict(SignalVector signals) {
        return model.predict(features.example(signals, LabelFactory.UNKNOWN_LABEL, 1))
                .getOutput()
                .getLabel();
    }
}
