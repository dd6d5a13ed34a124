package dev.spendsense.web.security;

import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.problems.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests under foreign names. A page from anywhere can have its own name resolve to this machine's loopback
 * address (DNS rebinding); the browser then takes the service for a part of that page, but still names its host.
 */
final class HostCheck extends OncePerRequestFilter {

    private final Set<String> names;
    private final ProblemWriter problems;

    /** @param more names beside those of loopback */
    HostCheck(Collection<String> more, ProblemWriter problems) {
        names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]", "::1"));
        more.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = String.valueOf(request.getServerName()).toLowerCase(Locale.ROOT);
        if (names.contains(host)) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    Problem.of(ProblemType.MISDIRECTED, "this service is not " + host)
                            .with("host", host),
                    request,
                    response);
        }
    }
}
