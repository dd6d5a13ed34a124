package dev.spendsense.roster;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * What rules concluded about everybody at one look. Only {@link Disclosure} reads it, which is the place where those who
 * do not consent are left out.
 */
final class Conclusions {

    final RoaringBitmap judged = new RoaringBitmap();
    final Tags persona;
    final Tags anyPersona;
    final Tags signal;
    final Tags recommendation;
    final Tags kind;
    final Texts primary = new Texts();
    final double[] confidence;
    final short[] behaviors;
    final short[] recommendations;

    private Conclusions(Optional<RuleText> rules, int users) {
        persona = new Tags(names(rules, RuleText::personas));
        anyPersona = new Tags(names(rules, RuleText::personas));
        signal = new Tags(names(rules, RuleText::signals));
        recommendation = new Tags(names(rules, RuleText::contents));
        kind = new Tags(Stream.of(Kind.values()).map(Conclusions::publicName).toList());
        confidence = new double[users];
        Arrays.fill(confidence, Double.NaN);
        behaviors = new short[users];
        recommendations = new short[users];
    }

    static Conclusions read(Dataset dataset, LocalDate look, int users) {
        Conclusions all = new Conclusions(dataset.run().origin().rules(), users);
        dataset.census().judged(look, all.judged::add);
        dataset.census().personas(look, all::addPersona);
        dataset.census().detectedSignals(look, all::addSignal);
        dataset.census().recommendations(look, all::addAdvice);
        Stream.of(all.persona, all.anyPersona, all.signal, all.recommendation, all.kind)
                .forEach(Tags::compact);
        return all;
    }

    /** Nothing, of a dataset that no rules have judged. */
    static Conclusions none(int users) {
        return new Conclusions(Optional.empty(), users);
    }

    private void addPersona(int user, String name, int rank, double probability) {
        anyPersona.add(name, user);
        if (rank == 1) {
            persona.add(name, user);
            primary.put(user, name);
            confidence[user] = probability;
        }
    }

    private void addSignal(int user, String type) {
        if (!signal.has(type, user)) {
            signal.add(type, user);
            behaviors[user]++;
        }
    }

    private void addAdvice(int user, Kind given, String code) {
        recommendation.add(code, user);
        kind.add(publicName(given), user);
        recommendations[user]++;
    }

    private static String publicName(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(Optional<RuleText> rules, Function<RuleText, List<RuleText.Word>> words) {
        Set<String> names = new LinkedHashSet<>();
        rules.ifPresent(text -> words.apply(text).forEach(word -> names.add(word.name())));
        return names;
    }
}
