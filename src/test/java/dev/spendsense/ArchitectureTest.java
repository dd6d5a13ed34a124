package dev.spendsense;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The plan of the house: which package may know which, and what no package does. */
class ArchitectureTest {

    private static final String HOME = "dev.spendsense.";

    private static final Set<String> DOMAIN =
            Set.of("bank", "findings", "truth", "text", "yaml", "scenario", "simulation", "rules");

    /** What each package may depend on beside itself. A package that is not in here may not exist. */
    private static final Map<String, Set<String>> MAY_DEPEND_ON = Map.ofEntries(
            Map.entry("bank", Set.of()),
            Map.entry("findings", Set.of("bank")),
            Map.entry("truth", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("yaml", Set.of("bank", "text")),
            Map.entry("scenario", Set.of("bank", "text", "truth", "yaml")),
            Map.entry("simulation", Set.of("bank", "scenario", "truth")),
            Map.entry("rules", Set.of("bank", "findings", "text", "yaml")),
            Map.entry("dataset", Set.of("bank", "findings", "truth")),
            Map.entry("run", with(DOMAIN, "dataset")),
            Map.entry("bench", with(DOMAIN, "dataset", "run")),
            Map.entry("queue", Set.of("dataset", "run", "scenario", "rules", "text", "review")),
            Map.entry("roster", Set.of("bank", "findings", "text", "dataset")),
            Map.entry("twin", with(DOMAIN, "dataset", "run")),
            Map.entry("exchange", Set.of("bank", "findings", "yaml")),
            Map.entry("report", Set.of("dataset", "findings", "truth", "bank", "scenario", "text")),
            Map.entry("workbench", with(DOMAIN, "dataset", "run", "report")),
            Map.entry("review", with(DOMAIN, "dataset", "report")),
            Map.entry("json", with(DOMAIN, "dataset", "run", "twin", "report", "workbench")),
            Map.entry(
                    "web",
                    with(DOMAIN, "dataset", "json", "roster", "review", "run", "queue", "twin", "report", "workbench")),
            Map.entry(
                    "cli",
                    with(
                            DOMAIN,
                            "bench",
                            "dataset",
                            "json",
                            "review",
                            "run",
                            "exchange",
                            "twin",
                            "report",
                            "workbench")),
            Map.entry("spark", with(DOMAIN, "dataset", "run", "twin", "report", "workbench")));

    private static final List<String> PACKAGES =
            MAY_DEPEND_ON.keySet().stream().sorted().toList();

    private static final Set<String> NOT_THE_SAME_ON_EVERY_JVM = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.spendsense");

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void a_package_depends_only_on_what_the_plan_allows(String name) {
        Set<String> allowed = with(MAY_DEPEND_ON.get(name), name);
        classes()
                .that()
                .resideInAPackage(HOME + name + "..")
                .should()
                .onlyDependOnClassesThat(describe(
                        "are outside the product or in " + new TreeSet<>(allowed),
                        known -> !isProduct(known) || allowed.contains(roomOf(known))))
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void every_package_is_in_the_plan() {
        Set<String> rooms = PRODUCT.stream()
                .map(ArchitectureTest::roomOf)
                .filter(room -> !room.isEmpty())
                .collect(Collectors.toSet());
        assertThat(MAY_DEPEND_ON.keySet()).containsAll(rooms);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching(HOME + "(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void only_the_faces_read_the_wall_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(HOME + "cli..", HOME + "web..")
                .should()
                .callCodeUnitWhere(calls(
                        "read the wall clock",
                        code -> owner(code).startsWith("java.time.")
                                        && code.getName().equals("now")
                                || owner(code).equals("java.time.Clock")
                                        && code.getName().startsWith("system")
                                || owner(code).equals("java.lang.System")
                                        && code.getName().equals("currentTimeMillis")
                                || owner(code).equals("java.util.Date")
                                        && code.getName().equals("<init>")
                                        && code.getRawParameterTypes().isEmpty()))
                .because("a run is repeatable: its dates come from the scenario")
                .check(PRODUCT);
    }

    @Test
    void chance_comes_from_named_streams_alone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("every draw must be repeatable, and independent of every other habit and customer")
                .check(PRODUCT);
    }

    @Test
    void figures_are_the_same_on_every_jvm() {
        noClasses()
                .that()
                .resideInAnyPackage(HOME + "bank..", HOME + "scenario..", HOME + "simulation..")
                .should()
                .callCodeUnitWhere(calls(
                        "use a transcendental function of java.lang.Math",
                        code -> owner(code).equals("java.lang.Math")
                                && NOT_THE_SAME_ON_EVERY_JVM.contains(code.getName())))
                .because("Math may differ in the last bit between JVMs, StrictMath may not")
                .check(PRODUCT);
    }

    @Test
    void findings_about_a_user_leave_the_service_through_one_gate() {
        Set<String> readers = Set.of(
                "dataset.Dataset.findings",
                "dataset.Dataset.timeline",
                "workbench.explain.Explanation.of",
                "workbench.explain.Flips.of",
                "workbench.explain.Flips.ofSignals",
                "twin.Twins.of");
        noClasses()
                .that()
                .resideInAPackage(HOME + "web..")
                .and()
                .doNotHaveSimpleName("FindingsGate")
                .should()
                .callCodeUnitWhere(calls(
                        "read or derive findings of a user",
                        code -> owner(code).startsWith(HOME)
                                && readers.contains(owner(code).substring(HOME.length()) + "." + code.getName())))
                .because("there, and nowhere else, the service asks whether the user consents")
                .check(PRODUCT);
    }

    @Test
    void nothing_is_kept_in_static_variables() {
        noFields()
                .that()
                .haveModifier(JavaModifier.STATIC)
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .check(PRODUCT);
    }

    @Test
    void a_class_is_a_noun_of_the_trade() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(PRODUCT);
    }

    @Test
    void only_the_web_knows_spring() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOME + "web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("a command must not pay for the start of a server")
                .check(PRODUCT);
    }

    private static boolean isProduct(JavaClass known) {
        return known.getPackageName().startsWith("dev.spendsense");
    }

    /** The part of a package's name after the product's: {@code bank} for {@code dev.spendsense.bank.x}. */
    private static String roomOf(JavaClass known) {
        String name = known.getPackageName();
        return name.startsWith(HOME) ? name.substring(HOME.length()).split("\\.")[0] : "";
    }

    private static DescribedPredicate<JavaCall<?>> calls(
            String description, java.util.function.Predicate<CodeUnitCallTarget> predicate) {
        return target(describe(description, predicate));
    }

    private static String owner(CodeUnitCallTarget code) {
        return code.getOwner().getName();
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
