package dev.spendsense.web.security;

import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to its handler if the caller's role suffices, before anything of the request is read. */
final class RoleGate implements HandlerInterceptor {

    private static final String PRODUCT = "dev.spendsense.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (!method.getBeanType().getName().startsWith(PRODUCT) || SecuritySetup.isOpen(request)) {
            return true;
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        Role least = needs == null ? Role.ADMIN : needs.value();
        Optional<Caller> caller = caller();
        if (needs == null || caller.filter(it -> it.role().covers(least)).isEmpty()) {
            throw Problem.of(
                            ProblemType.ROLE_MISSING,
                            "it takes the role " + least
                                    + caller.map(it -> "; " + it.name() + " is " + it.role())
                                            .orElse(""))
                    .with("needs", least.toString());
        }
        return true;
    }

    static Optional<Caller> caller() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal() instanceof Caller caller ? caller : null);
    }
}
