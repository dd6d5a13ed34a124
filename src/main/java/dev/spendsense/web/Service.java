package dev.spendsense.web;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.EnumNamingStrategies;

/** The service as Spring puts it together: everything in the rooms of this package. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(ServiceSettings.class)
public class Service implements WebMvcConfigurer {

    private static final String DASHBOARD = "forward:/operator/index.html";

    /** Every view of the dashboard has an address, and one page shows them all. */
    private static final String VIEWS = "/operator/{view:(?!assets$|index\\.html$).+}/**";

    /** Libraries by name and version: what stands under such an address never changes. */
    private static final String LIBRARIES = "/webjars/{name}/{version:\\d.*}/**";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapperBuilderCustomizer enumsInSnakeCase() {
        return json -> json.enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        resources
                .addResourceHandler(LIBRARIES)
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/", "/operator");
        pages.addViewController("/operator").setViewName(DASHBOARD);
        pages.addViewController(VIEWS).setViewName(DASHBOARD);
        pages.addViewController("/login").setViewName("forward:/login/index.html");
    }
}
