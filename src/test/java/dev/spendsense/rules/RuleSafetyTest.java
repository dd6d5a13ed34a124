package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.vetting.Corpus;
import dev.spendsense.rules.vetting.Corpus.Stage;
import dev.spendsense.rules.vetting.Corpus.Written;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What rules may not do, they cannot do; and what analysts write, they may. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RuleSafetyTest {

    private static final String CANARY = "spendsense.canary";
    private static final Path CANARY_FILE = Path.of("target/canary");

    /** A busy user with a card, savings and subscriptions. */
    private static History history() {
        return Lives.spender()
                .every(30, 4, 0, 15.49, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES)
                .every(30, 8, 0, 39, "Planet Fitness", Category.PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS)
                .build();
    }

    @AfterEach
    void the_canary_is_silent() {
        assertThat(System.getProperty(CANARY)).isNull();
        assertThat(CANARY_FILE).doesNotExist();
    }

    /** The shipped declarations and this one file, in the phase it was written for whatever package it claims. */
    private static RuleSource inPhase(Written attack) {
        String phase = attack.header().getOrDefault("In", "signals");
        Map<String, String> texts = new HashMap<>(Shipped.SOURCE.texts());
        texts.keySet().removeIf(path -> path.endsWith(".drl"));
        texts.put(phase + "/" + attack.name() + ".drl", attack.text());
        return RuleSource.of(texts);
    }

    @TestFactory
    Stream<DynamicTest> an_attack_is_an_ordinary_fault() {
        return Corpus.attacks().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> {
                    assertThat(stopped(inPhase(attack))).isEqualTo(attack.refusedBy());
                    the_canary_is_silent();
                }));
    }

    /** Vetting has several stages because each may have a hole. */
    @TestFactory
    Stream<DynamicTest> what_slips_through_the_text_check_is_refused_before_it_is_loaded() {
        return Corpus.attacks().stream()
                .filter(attack -> attack.otherwise().contains(Stage.BYTECODE))
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> {
                    assertThat(refusedByCode(inPhase(attack).rules())).isEqualTo(Stage.BYTECODE);
                    the_canary_is_silent();
                }));
    }

    private static Stage stopped(RuleSource source) {
        try {
            RuleBase.load(source, CompiledStore.none()).evaluate(history());
            throw new AssertionError("nobody has stopped it");
        } catch (BrokenRules refused) {
            assertThat(refused.faults()).isNotEmpty().hasSizeLessThan(500);
            assertThat(refused.faults()).allSatisfy(fault -> {
                assertThat(fault.problem()).isNotBlank();
                assertThat(fault.remedy()).isNotBlank();
            });
            return RuleDiagnosis.ofTexts(source).errors().isEmpty() ? refusedByCode(source.rules()) : Stage.TEXT;
        } catch (RuleFailure failure) {
            assertThat(failure).hasMessageContaining("u1");
            return Stage.EVALUATION;
        }
    }

    private static Stage refusedByCode(Map<String, String> rules) {
        byte[] compiled;
        try {
            compiled = RuleCompiler.compile(rules);
        } catch (BrokenRules refused) {
            return Stage.COMPILER;
        }
        assertThatThrownBy(() -> CompiledRules.read(compiled).load()).isInstanceOf(BrokenRules.class);
        return Stage.BYTECODE;
    }

    @Test
    void rules_that_analysts_would_write_pass() {
        Map<String, String> texts = new TreeMap<>(Shipped.SOURCE.texts());
        List<Written> honest = Corpus.honest();
        honest.forEach(file -> texts.put(file.path(), file.text()));
        RuleSource source = RuleSource.of(texts);
        assertThat(RuleDiagnosis.ofTexts(source).errors()).isEmpty();

        RuleBase rules = RuleBase.load(source, CompiledStore.forShipping(Path.of("target", "compiled-rules")));
        assertThat(rules.ruleNames().size() - Shipped.RULES.ruleNames().size()).isGreaterThanOrEqualTo(60);
        for (HistoryBuilder life :
                List.of(Lives.quiet(), Lives.stranger(), Lives.spender(), Lives.oneLargePurchase())) {
            assertThat(rules.evaluate(life.build()).signals()).isNotNull();
        }
        assertThat(rules.evaluate(history()).personas()).isNotEmpty();
    }
}
