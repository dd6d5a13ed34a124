package dev.spendsense.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Exchanges a token for a session: one in the address of a page ({@code ?token=}), as the start prints it, or one that was
 * typed into the form. The browser is sent on to an address without it, so that it does not stay in sight or history.
 */
final class SignInFilter extends OncePerRequestFilter {

    /** The form; it comes without a counter-token, and is held against where it came from instead. */
    static final RequestMatcher FORM = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login");

    private static final String TOKEN = "token";
    private static final String DASHBOARD = "/operator";

    /** A path of the dashboard or the documentation; nothing that leads to another host. */
    private static final Pattern PAGE = Pattern.compile("/(operator|docs)([/?][\\x21-\\x5B\\x5D-\\x7E]*)?");

    private final Users users;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignInFilter(Users users) {
        this.users = users;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean page = request.getMethod().equals("GET")
                && request.getQueryString() != null
                && request.getQueryString().startsWith(TOKEN + "=");
        return !page && !FORM.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean form = FORM.matches(request);
        String token = request.getParameter(TOKEN);
        Optional<Caller> caller =
                token == null || form && isForeign(request) ? Optional.empty() : users.owner(token.strip());
        if (caller.isEmpty()) {
            response.sendRedirect(
                    "/login?wrong" + asked(request).map(SignInFilter::wanting).orElse(""));
            return;
        }
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate(); // whoever knew its name must not share what comes now
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerToken(caller.get()));
        sessions.saveContext(context, request, response);
        response.sendRedirect(form ? asked(request).orElse(DASHBOARD) : request.getRequestURI());
    }

    /** Where somebody wanted to go, to be put behind the address of the form. */
    static String wanting(String page) {
        return "&to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /** The page that was asked for first; empty when it is not one of ours. */
    private static Optional<String> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("to"))
                .filter(page -> PAGE.matcher(page).matches());
    }

    /** Whether another site has sent the form: browsers say where it came from. */
    private static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return false; // no browser
        }
        try {
            return !String.valueOf(URI.create(origin).getAuthority()).equals(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
