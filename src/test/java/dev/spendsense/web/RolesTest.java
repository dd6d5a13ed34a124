package dev.spendsense.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.web.RunningService.Answer;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who may what: walks every endpoint of the specification. */
class RolesTest {

    private static final RunningService SERVICE = RunningService.shared();

    /** An endpoint; a name stands for each variable that there is nothing of. */
    record Endpoint(String method, String path, Role role) {

        String called() {
            return path.replaceAll("\\{[^}]+}", "nothing-is-called-so");
        }

        Answer call(Role role) {
            return SERVICE.send(SERVICE.request(role, called())
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.noBody()));
        }
    }

    static List<Endpoint> endpoints() {
        JsonNode paths = SERVICE.get(Role.VIEWER, "/v3/api-docs").json().get("paths");
        List<Endpoint> endpoints = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode role = operation.getValue().get("x-role");
                    assertThat(role)
                            .as(operation.getKey() + " " + path.getKey())
                            .isNotNull();
                    endpoints.add(new Endpoint(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            Role.valueOf(role.asString().toUpperCase(Locale.ROOT))));
                }));
        return endpoints;
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refuses_the_anonymous_and_the_roles_below(Endpoint endpoint) {
        Answer anonymous = endpoint.call(null);
        // without a session, a write lacks its counter-token first
        assertThat(anonymous.status()).isEqualTo(endpoint.method().equals("GET") ? 401 : 403);
        assertThat(anonymous.problem()).isEqualTo(endpoint.method().equals("GET") ? "not-signed-in" : "csrf");
        for (Role role : Role.values()) {
            Answer answer = endpoint.call(role);
            if (role.covers(endpoint.role())) {
                assertThat(answer.status()).as("%s %s", role, answer.body()).isNotIn(401, 403, 500);
            } else {
                assertThat(answer.status()).as("%s %s", role, answer.body()).isEqualTo(403);
                assertThat(answer.problem()).isEqualTo("role-missing");
                assertThat(answer.json().get("needs").asString())
                        .isEqualTo(endpoint.role().toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refuses_tokens_that_are_nobodys(Endpoint endpoint) {
        Answer answer = SERVICE.send(SERVICE.request(null, endpoint.called())
                .header("Authorization", "Bearer " + "A".repeat(43))
                .method(endpoint.method(), BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void the_specification_has_every_handler() {
        Set<String> specified = endpoints().stream()
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> handled = new TreeSet<>();
        Map<RequestMappingInfo, HandlerMethod> handlers = SERVICE.bean(
                        "requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        handlers.forEach((mapping, handler) -> {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith(Api.ROOT)) {
                    assertThat(handler.hasMethodAnnotation(Needs.class))
                            .as(path)
                            .isTrue();
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method ->
                                    handled.add(method + " " + path.replaceAll("\\{\\*?([^}:]+)(:[^}]*)?}", "{$1}")));
                }
            }
        });
        assertThat(specified).isNotEmpty().containsExactlyElementsOf(handled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/actuator/prometheus",
                "/actuator",
                "/docs",
                "/operator",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html",
                "/",
                "/nothing"
            })
    void nothing_else_is_for_the_anonymous_either(String path) {
        assertThat(SERVICE.get(null, path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/problems",
                "/problems/stale",
                "/login"
            })
    void except_for_what_everybody_may_see(String path) {
        Answer answer = SERVICE.get(null, path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("spendsense.db", "diskSpace");
    }

    @Test
    void roles_cover_those_before_them() {
        for (Role role : Role.values()) {
            JsonNode me = SERVICE.get(role, Api.ROOT + "/me").json();
            assertThat(me.get("role").asString()).isEqualTo(role.toString());
            assertThat(me.get("roles").size()).isEqualTo(role.ordinal() + 1);
        }
    }
}
