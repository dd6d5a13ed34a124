package dev.spendsense.web.users;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Tags of answers about users. What is answered depends on the dataset, on every decision and on consent; so the tag is
 * made of the answer itself, and a stale one can never keep in sight what has been taken back.
 */
@Configuration(proxyBeanMethods = false)
class UserTags {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> userTagFilter() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(new Tagging());
        filter.addUrlPatterns("/api/v1/datasets/*");
        return filter;
    }

    private static final class Tagging extends ShallowEtagHeaderFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            String path = request.getRequestURI();
            return !request.getMethod().equals("GET") || !path.contains("/users") && !path.endsWith("/outline");
        }
    }
}
