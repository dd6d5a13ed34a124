package dev.spendsense.web.scenarios;

import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.web.ServiceSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShelfSetup {

    @Bean
    ScenarioShelf shelf(ServiceSettings settings) {
        return ScenarioShelf.near(settings.program());
    }
}
