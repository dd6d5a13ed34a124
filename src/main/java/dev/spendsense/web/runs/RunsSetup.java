package dev.spendsense.web.runs;

import dev.spendsense.queue.Limits;
import dev.spendsense.queue.RunQueue;
import dev.spendsense.run.ProductVersion;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.web.ServiceSettings;
import dev.spendsense.workbench.live.LiveRules;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunsSetup {

    /** Runs are judged by the rules that are live when they begin. */
    @Bean
    RunQueue queue(ServiceSettings settings, ScenarioShelf shelf, LiveRules rules, Clock clock) {
        return RunQueue.open(
                settings.folder(),
                shelf,
                () -> Optional.of(rules.current()),
                limits(settings.runs()),
                clock,
                ProductVersion.number());
    }

    private static Limits limits(ServiceSettings.Runs runs) {
        return new Limits(runs.queued(), runs.users(), runs.days(), Limits.USUAL.keys(), Limits.USUAL.threads());
    }
}
