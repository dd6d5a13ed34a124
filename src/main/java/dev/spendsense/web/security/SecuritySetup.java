package dev.spendsense.web.security;

import dev.spendsense.web.ServiceSettings;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.problems.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Two ways in: a bearer's token in every request, without a session; or a session in a cookie, which a token opens. */
@Configuration(proxyBeanMethods = false)
class SecuritySetup {

    /** What is for everybody: whether the service is well, what problems mean, and the page on which one signs in. */
    private static final RequestMatcher OPEN = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/actuator/health/**"),
            PathPatternRequestMatcher.pathPattern("/problems/**"),
            PathPatternRequestMatcher.pathPattern("/login"),
            PathPatternRequestMatcher.pathPattern("/login/**"),
            PathPatternRequestMatcher.pathPattern("/favicon.ico"),
            PathPatternRequestMatcher.pathPattern("/error"));

    static boolean isOpen(HttpServletRequest request) {
        return OPEN.matches(request);
    }

    @Bean
    Users users(ServiceSettings settings) {
        return Users.of(UserFile.in(settings.folder()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain bearers(HttpSecurity http, Users users, ProblemWriter problems) throws Exception {
        return common(http, problems)
                .securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(users), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain sessions(HttpSecurity http, Users users, ProblemWriter problems) throws Exception {
        CookieCsrfTokenRepository counterTokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        counterTokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return common(http, problems)
                .csrf(it -> it.spa().csrfTokenRepository(counterTokens).ignoringRequestMatchers(SignInFilter.FORM))
                .addFilterAfter(new SignInFilter(users), CsrfFilter.class)
                .addFilterBefore(new SessionCheck(users), AnonymousAuthenticationFilter.class)
                .logout(it -> it.logoutUrl("/logout")
                        .logoutSuccessHandler((request, response, who) -> response.setStatus(204)))
                .build();
    }

    private static HttpSecurity common(HttpSecurity http, ProblemWriter problems) throws Exception {
        return http.authorizeHttpRequests(it -> it.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        it -> it.authenticationEntryPoint(notSignedIn(problems)).accessDeniedHandler(denied(problems)))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(BrowserPolicy.text()))
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()")));
    }

    /** People who look at a page are shown where to sign in; programs are told. */
    private static AuthenticationEntryPoint notSignedIn(ProblemWriter problems) {
        return (request, response, failure) -> {
            String accept = request.getHeader(HttpHeaders.ACCEPT);
            if (request.getMethod().equals("GET") && accept != null && accept.startsWith("text/html")) {
                String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
                response.sendRedirect("/login?in" + SignInFilter.wanting(request.getRequestURI() + query));
                return;
            }
            problems.write(
                    Problem.of(
                                    ProblemType.NOT_SIGNED_IN,
                                    request.getHeader(HttpHeaders.AUTHORIZATION) == null
                                            ? "there is no token and no session"
                                            : "the token is not known")
                            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
                    request,
                    response);
        };
    }

    private static AccessDeniedHandler denied(ProblemWriter problems) {
        return (request, response, failure) -> problems.write(
                failure instanceof CsrfException
                        ? Problem.of(ProblemType.CSRF, "the header X-XSRF-TOKEN is missing or wrong")
                        : Problem.of(ProblemType.ROLE_MISSING, "the role is not enough"),
                request,
                response);
    }

    @Bean
    RequestRejectedHandler rejected(ProblemWriter problems) {
        return (request, response, failure) -> problems.write(
                Problem.of(ProblemType.REFUSED_REQUEST, "the path or a header has something in it that is not allowed"),
                request,
                response);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ServiceSettings settings, ProblemWriter problems) {
        return first(new BodyLimit(settings.largestRequest().toBytes(), problems), 1);
    }

    @Bean
    FilterRegistrationBean<HostCheck> hostCheck(ServiceSettings settings, ProblemWriter problems) {
        FilterRegistrationBean<HostCheck> check = first(new HostCheck(settings.hosts(), problems), 0);
        check.setEnabled(settings.onLoopback());
        return check;
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + order);
        return registration;
    }
}
