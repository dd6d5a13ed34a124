package dev.spendsense.web.users;

import dev.spendsense.roster.Standing;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Serves one dataset's users alone, until it is stopped, and prints where. For measuring reads by themselves. */
final class UserServerAlone {

    private UserServerAlone() {}

    public static void main(String[] args) throws InterruptedException {
        try (UserServer server = UserServer.start(Path.of(args[0]), Standing.untouched())) {
            System.out.println(server.address() + "/d");
            new CountDownLatch(1).await();
        }
    }
}
