package dev.spendsense.web.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everybody who may use the running service: those in the file, which is read again when it has changed, so that a token
 * that is given or taken back counts at once; or, where nobody was configured, whoever knows the token of this start.
 */
public final class Users {

    private static final Logger LOG = LoggerFactory.getLogger(Users.class);
    private static final String OWNER = "owner";

    private final UserFile file;
    private final Optional<String> startToken;
    private List<User> known;
    private FileTime read;

    private Users(UserFile file, List<User> known, Optional<String> startToken) {
        this.file = file;
        this.known = known;
        this.startToken = startToken;
        this.read = stamp();
    }

    /**
     * Those in a file; where there are none, somebody with a token made up now, who may do everything.
     *
     * @throws IllegalArgumentException when the file is not what it should be
     */
    public static Users of(UserFile file) {
        List<User> users = file.users();
        return new Users(file, users, users.isEmpty() ? Optional.of(Token.random()) : Optional.empty());
    }

    /** The token of this start, when nobody was configured at it. */
    public Optional<String> startToken() {
        return startToken;
    }

    /** Whose token it is. Looks at all, so that the time does not tell whose. */
    public Optional<Caller> owner(String token) {
        String hash = Token.hash(token);
        Caller found = null;
        for (User user : known()) {
            if (Token.same(user.tokenSha256(), hash)) {
                found = new Caller(user.name(), user.role());
            }
        }
        if (startToken.isPresent() && Token.same(Token.hash(startToken.get()), hash)) {
            found = new Caller(OWNER, Role.ADMIN);
        }
        return Optional.ofNullable(found);
    }

    /** Whether somebody who signed in earlier still may do the same. */
    boolean stillIs(Caller caller) {
        return startToken.isPresent() && caller.name().equals(OWNER)
                || known().stream().anyMatch(user -> user.name().equals(caller.name()) && user.role() == caller.role());
    }

    private synchronized List<User> known() {
        FileTime now = stamp();
        if (!now.equals(read)) {
            try {
                known = file.users();
            } catch (IllegalArgumentException e) {
                LOG.error("nobody of {} may do anything until it is mended", file.file(), e);
                known = List.of();
            }
            read = now;
        }
        return known;
    }

    private FileTime stamp() {
        try {
            return Files.getLastModifiedTime(file.file());
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
