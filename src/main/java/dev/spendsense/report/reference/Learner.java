package dev.spendsense.report.reference;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.tree.AbstractCARTTrainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/**
 * A way to learn. Each is fitted anew by a trainer of its own, whose seed is fixed.
 *
 * @param name what it is, in words
 * @param trainer makes a trainer that has fitted nothing yet
 */
record Learner(String name, Supplier<Trainer<Label>> trainer) {

    private static final long SEED = 20_220_831;
    private static final int TREES = 50;
    private static final int EPOCHS = 10;

    /** Share of all values among which a split is looked for. */
    private static final float VALUES_A_SPLIT = 0.3f;

    /** Quiet: the library would otherwise tell of every step. */
    private static final int TELL_NOTHING = -1;

    /** All that are tried, the plainest first. */
    static List<Learner> all() {
        return List.of(
                new Learner("multinomial logistic regression", Learner::logisticRegression),
                new Learner("a random forest of " + TREES + " trees", Learner::randomForest));
    }

    /** On values brought to mean 0 and deviation 1, as which a missing one counts as the mean. */
    private static Trainer<Label> logisticRegression() {
        return new TransformTrainer<>(
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1, 1e-6), EPOCHS, TELL_NOTHING, 1, SEED),
                new TransformationMap(Map.of(".*" + Features.VALUE, List.of(new MeanStdDevTransformation()))));
    }

    private static Trainer<Label> randomForest() {
        CARTClassificationTrainer tree = new CARTClassificationTrainer(
                Integer.MAX_VALUE, AbstractCARTTrainer.MIN_EXAMPLES, 0, VALUES_A_SPLIT, false, new GiniIndex(), SEED);
        return new RandomForestTrainer<>(tree, new VotingCombiner(), TREES, SEED);
    }
}
