package dev.spendsense.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out whose bearer token (RFC 6750) came with a request; without a good one nobody calls. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;

    private final Users users;

    BearerFilter(Users users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        caller(request.getHeader(HttpHeaders.AUTHORIZATION)).ifPresent(caller -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new CallerToken(caller));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(String header) {
        boolean bearer = header != null
                && header.length() <= LONGEST
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? users.owner(header.substring(SCHEME.length()).strip()) : Optional.empty();
    }
}
