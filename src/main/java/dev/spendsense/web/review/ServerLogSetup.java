package dev.spendsense.web.review;

import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.web.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the log of what concerns no single dataset. */
@Configuration(proxyBeanMethods = false)
class ServerLogSetup {

    @Bean
    AuditLog serverLog(ServiceSettings settings, Clock clock) {
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + settings.folder(), e);
        }
        return AuditLog.ofServer(settings.folder(), clock);
    }
}
