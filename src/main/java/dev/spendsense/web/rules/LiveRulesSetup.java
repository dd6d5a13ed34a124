package dev.spendsense.web.rules;

import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.web.ServiceSettings;
import dev.spendsense.workbench.desk.Desk;
import dev.spendsense.workbench.live.LiveRules;
import dev.spendsense.workbench.live.Reload;
import dev.spendsense.workbench.revisions.FolderJournal;
import dev.spendsense.workbench.revisions.Revision;
import dev.spendsense.workbench.revisions.RevisionStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;

/** Has the rule folder looked at for as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class LiveRulesSetup {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** @param loaded rules that were loaded before, since somebody needed them earlier */
    @Bean
    LiveRules liveRules(
            ServiceSettings settings,
            ScenarioShelf shelf,
            ObjectProvider<RuleBase> loaded,
            RevisionStore revisions,
            AdoptionLog adoptions,
            TaskScheduler scheduler,
            Clock clock) {
        Path folder = settings.ruleFolder();
        FolderJournal.of(folder).finish(revisions);
        adoptions.catchUp();
        RuleBase first = loaded.getIfAvailable(() -> RuleBase.load(folder));
        LiveRules rules = new LiveRules(folder, Optional.of(first), CompiledStore.standard(), shelf.folders());
        rules.listen(LiveRulesSetup::tell);
        scheduler.scheduleWithFixedDelay(() -> rules.look(clock.instant()), BETWEEN_LOOKS);
        return rules;
    }

    @Bean
    RevisionStore revisions(ServiceSettings settings) {
        return RevisionStore.in(settings.revisions());
    }

    @Bean
    AdoptionLog adoptions(ServiceSettings settings, AuditLog serverLog) {
        return new AdoptionLog(FolderJournal.of(settings.ruleFolder()), serverLog);
    }

    @Bean
    RuleBook ruleBook(ServiceSettings settings, ScenarioShelf shelf, LiveRules rules, RevisionStore revisions) {
        Path folder = settings.ruleFolder();
        return new RuleBook(folder, rules, revisions, new Desk(folder, CompiledStore.standard(), shelf.folders()));
    }

    private static void tell(Reload reload) {
        LOG.warn(
                "rules {}: revision {}",
                reload.outcome().name().toLowerCase(Locale.ROOT),
                Revision.brief(reload.trial().source().revision()));
    }
}
