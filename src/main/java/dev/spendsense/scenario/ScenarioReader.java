package dev.spendsense.scenario;

import static dev.spendsense.yaml.Form.count;
import static dev.spendsense.yaml.Form.money;
import static dev.spendsense.yaml.Form.share;
import static dev.spendsense.yaml.Form.wholeNumber;

import dev.spendsense.bank.CardTerms;
import dev.spendsense.scenario.Documents.Assembled;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.Yaml;
import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Items;
import dev.spendsense.yaml.Yaml.Member;
import dev.spendsense.yaml.YamlFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns the texts of a scenario into checked records, or into a list of everything that is wrong with them. */
public final class ScenarioReader {

    /** Users of one scenario, all profiles together. */
    static final int MOST_USERS = 10_000_000;

    /** Days of one period: ten years. */
    static final int MOST_DAYS = 3_660;

    private static final LocalDate FIRST_DATE = LocalDate.of(1990, 1, 1);

    /**
     * The next statement must not close before the last one was due. A cycle has 28 days at least, and a due date moves
     * by up to three days over a weekend and a holiday.
     */
    private static final int MOST_DAYS_TO_PAY = 25;

    /** Half of the longest window that rules look back over: before that, what they say is mostly ignorance. */
    private static final int DAYS_BEFORE_FIRST_LOOK = 90;

    private final Faults faults;
    private final Documents documents;

    ScenarioReader(Texts texts, Faults faults) {
        this.faults = faults;
        this.documents = new Documents(texts, faults);
    }

    /**
     * Reads a scenario from texts that were collected before.
     *
     * @throws InvalidScenario with everything that is wrong, files named relative to the scenario's folder
     */
    public static Scenario read(ScenarioSource source) {
        Texts texts = new Texts.Kept(source.files());
        return new ScenarioReader(texts, new Faults(texts::shown)).read(source.name(), source.overrides());
    }

    Scenario read(String name, List<String> overrides) {
        Assembled assembled = documents.assemble(name + ScenarioSource.ENDING, overrides);
        YamlFields root = assembled.whole()
                ? YamlFields.of(assembled.document(), faults)
                : YamlFields.partial(assembled.document(), faults);
        root.has("extends");

        String description = root.get("description", Form.text());
        long seed = root.get("seed", wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE));
        Period period = period(root.block("period"));
        List<LocalDate> looks = looks(root, period);
        double consentRate = root.get("consent_rate", share());
        Optional<World> world = world(root, assembled.document());
        BankTerms bank = bank(root.block("bank"));
        OptionalInt total =
                root.has("users") ? OptionalInt.of(root.get("users", count(1, MOST_USERS))) : OptionalInt.empty();
        Optional<String> baseline = root.optional("baseline", Form.name());
        Range intensity = root.get("intensity", ScenarioForms.intensity(), Profile.TEXTBOOK);
        ProfileReader.Usual usual = new ProfileReader.Usual(baseline, intensity, consentRate);
        Population population = population(root, assembled, world, usual, total.isPresent());
        Checks checks = ChecksReader.read(root, population.profiles());
        List<RealismTarget> realism = RealismReader.read(root);
        Map<String, Range> expected = ExpectedRows.read(root, assembled);
        root.end();

        InvalidScenario.throwIfAny(faults);
        World real = world.orElseThrow();
        Scenario scenario = new Scenario(
                name,
                description,
                seed,
                period,
                looks,
                consentRate,
                real.people(),
                bank,
                real.catalog(),
                population.profiles(),
                population.prospects(),
                baseline,
                checks,
                realism,
                expected);
        return total.isPresent() ? scenario.scaledTo(total.getAsInt()) : scenario;
    }

    private Period period(YamlFields fields) {
        int before = faults.reports();
        LocalDate end = fields.get("end", Form.date());
        int days = fields.get("days", count(1, MOST_DAYS));
        List<Integer> continued =
                fields.has("continued") ? fields.sequence("continued", count(1, MOST_DAYS)) : List.of();
        Period period = new Period(end, days, continued);
        if (faults.reports() == before && period.planned() < 1) {
            fields.reject("continued", "fewer in all than the days of the period, " + days);
        }
        if (faults.reports() == before && period.from().isBefore(FIRST_DATE)) {
            fields.reject("days", "days back to " + FIRST_DATE + " at most");
        }
        fields.end();
        return period;
    }

    private static List<LocalDate> looks(YamlFields root, Period period) {
        if (!root.has("evaluate")) {
            return List.of(period.end());
        }
        YamlFields fields = root.block("evaluate");
        int every = fields.get("every", Form.days(MOST_DAYS));
        int from = fields.get("from", Form.days(MOST_DAYS), DAYS_BEFORE_FIRST_LOOK);
        fields.end();
        return period.looks(every, from);
    }

    private static BankTerms bank(YamlFields fields) {
        YamlFields cards = fields.block("cards");
        CardTerms terms = new CardTerms(
                cards.get("minimum_floor", money(0, 10_000)),
                cards.get("minimum_share", Form.shareInBasisPoints()),
                cards.get("days_to_pay", count(1, MOST_DAYS_TO_PAY)),
                cards.get("late_fee", money(0, 1_000)));
        cards.end();
        int savingsRate = fields.get("savings_rate", Form.percentInBasisPoints());
        YamlFields overdraft = fields.block("overdraft");
        BankTerms bank = new BankTerms(
                terms,
                savingsRate,
                overdraft.get("limit", money(0, 100_000)),
                overdraft.get("fee", money(0, 1_000)),
                overdraft.get("returned_fee", money(0, 1_000)),
                fields.get("foreign_fee", Form.shareInBasisPoints()),
                fields.get("atm_fee", money(0, 1_000)));
        overdraft.end();
        fields.end();
        return bank;
    }

    private Optional<World> world(YamlFields root, Block document) {
        if (!root.has("catalog")) {
            root.get("catalog", Form.text());
            return Optional.empty();
        }
        Yaml named = document.members().get("catalog").value();
        List<Yaml> folders = named instanceof Items several ? several.items() : List.of(named);
        List<String> paths = folders.stream()
                .flatMap(folder -> documents.path(folder).stream())
                .toList();
        if (folders.isEmpty()) {
            root.reject("catalog", "a folder, or a list of folders");
        }
        return folders.isEmpty() || paths.size() < folders.size()
                ? Optional.empty()
                : new CatalogReader(documents, faults).read(paths, named.at());
    }

    /**
     * The profiles in the order of the file.
     *
     * @param scaled whether their counts are a mix only, to be scaled to a total
     */
    private Population population(
            YamlFields root, Assembled assembled, Optional<World> world, ProfileReader.Usual usual, boolean scaled) {
        ProfileReader reader = new ProfileReader(faults, world, usual);
        Block defaults = defaults(root, assembled.document(), reader);

        int before = faults.reports();
        YamlFields population = root.block("population");
        Map<String, YamlFields> written = new LinkedHashMap<>();
        population
                .blocks(Form.name())
                .forEach((name, fields) -> written.put(name, fields.over(defaults, Overlay::merge)));
        EventReader events = new EventReader(faults, reader, written);
        events.declare(root);
        List<Profile> profiles = new ArrayList<>();
        Map<String, List<Prospect>> prospects = new LinkedHashMap<>();
        written.forEach((name, profile) -> {
            Profile read = reader.read(name, profile);
            prospects.put(name, events.prospects(profile));
            profiles.add(read);
            if (read.intensity().low() < 1 && usual.baseline().isEmpty() && assembled.whole()) {
                (profile.has("intensity") ? profile : root)
                        .reject("intensity", "1, or a baseline: that names the profile which intensity 0 is");
            }
        });
        List<String> names = profiles.stream().map(Profile::name).toList();
        if (assembled.whole()
                && usual.baseline().filter(name -> !names.contains(name)).isPresent()) {
            root.reject("baseline", Form.closest(usual.baseline().get(), names));
        }
        Population all = new Population(profiles, prospects);
        if (!assembled.whole() || faults.reports() > before) {
            return all;
        }
        long users = profiles.stream().mapToLong(Profile::users).sum();
        if (users == 0) {
            population.rejectAll("0 users", "at least one user in all profiles together");
        } else if (!scaled && users > MOST_USERS) {
            population.rejectAll(
                    String.format(Locale.ROOT, "%,d users", users),
                    String.format(Locale.ROOT, "at most %,d users in all profiles together", MOST_USERS));
        }
        return all;
    }

    /** Profiles, and what may befall those who live by them, by the profile's name. */
    private record Population(List<Profile> profiles, Map<String, List<Prospect>> prospects) {}

    /** What lies beneath every profile; checked by itself too, since profiles may cover up what is wrong with it. */
    private Block defaults(YamlFields root, Block document, ProfileReader reader) {
        if (root.has("defaults")) {
            root.block("defaults");
            Member member = document.members().get("defaults");
            if (member.value() instanceof Block defaults) {
                reader.read("defaults", YamlFields.partial(defaults, faults));
                return defaults;
            }
        }
        return new Block(document.at(), Map.of());
    }
}
