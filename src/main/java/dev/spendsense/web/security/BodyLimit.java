package dev.spendsense.web.security;

import dev.spendsense.web.problems.ProblemWriter;
import dev.spendsense.web.problems.TooLarge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, whether their size is announced or turns out while they are read. */
final class BodyLimit extends OncePerRequestFilter {

    private final long largest;
    private final ProblemWriter problems;

    BodyLimit(long largest, ProblemWriter problems) {
        this.largest = largest;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest) {
            problems.write(new TooLarge(largest).problem(), request, response);
        } else {
            chain.doFilter(new Limited(request, largest), response);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long largest;
        private ServletInputStream body;

        Limited(HttpServletRequest request, long largest) {
            super(request);
            this.largest = largest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new Counted(super.getInputStream(), largest);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream stream;
        private final long largest;
        private long count;

        Counted(ServletInputStream stream, long largest) {
            this.stream = stream;
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int next = stream.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int got = stream.read(bytes, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) throws IOException {
            count += more;
            if (count > largest) {
                throw new TooLarge(largest);
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
