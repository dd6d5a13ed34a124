package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.RunOrigin;

/**
 * What is under way in a folder, so that only the same run goes on with it; kept in {@code .run/run.json} until the folder
 * is complete.
 *
 * @param format label of the {@link Format}
 * @param users how many there will be
 * @param usersAFile users of every range but the last one; null where ranges may differ
 * @param run what the population is made from
 */
public record RunUnderWay(String format, int users, Integer usersAFile, Manifest.Run run) {

    /** One whose ranges may differ in size. */
    public static RunUnderWay of(Format format, int users, RunOrigin origin) {
        return new RunUnderWay(format.label(), users, null, Manifest.Run.of(origin));
    }

    /** One whose ranges are of the same size, but for the last one. */
    static RunUnderWay of(Format format, int users, int usersAFile, RunOrigin origin) {
        return new RunUnderWay(format.label(), users, usersAFile, Manifest.Run.of(origin));
    }

    /** Its text. */
    public String json() {
        return FolderJson.text(this);
    }

    /**
     * Reads what {@link #json()} writes.
     *
     * @throws IllegalArgumentException when it is no such text, in words for people
     */
    public static RunUnderWay parse(String json) {
        return FolderJson.parse(json, RunUnderWay.class);
    }

    /** What makes it another run than the one that is wanted, in words for people; they are not equal. */
    public String difference(RunUnderWay wanted) {
        Manifest.Run now = wanted.run();
        if (!format.equals(wanted.format())) {
            return "format " + format;
        }
        if (users != wanted.users()) {
            return users + " users";
        }
        if (usersAFile != null && !usersAFile.equals(wanted.usersAFile())) {
            return usersAFile + " users a file";
        }
        if (run.seed() != now.seed()) {
            return "seed " + run.seed();
        }
        if (!run.from().equals(now.from()) || !run.to().equals(now.to())) {
            return run.from() + " to " + run.to();
        }
        if (!run.scenario().equals(now.scenario())) {
            return "another text of scenario " + run.scenario().name();
        }
        if (!run.productVersion().equals(now.productVersion())) {
            return "version " + run.productVersion() + " of this program";
        }
        return run.rules() == null
                ? "without rules"
                : "rules of revision " + run.rules().revision();
    }
}
