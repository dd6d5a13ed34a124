package dev.spendsense.run;

import dev.spendsense.dataset.UserBlock;
import dev.spendsense.rules.RuleFailure;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The population in blocks, in order, as rows that the writer has only to write down. */
final class PreparedUsers implements Iterator<UserBlock>, AutoCloseable {

    private final Preparing preparing;
    private final Queue<UserBlock> spare = new ConcurrentLinkedQueue<>();
    private final Blocks<UserBlock> blocks;

    PreparedUsers(int users, Preparing preparing, int threads) {
        this.preparing = preparing;
        this.blocks = new Blocks<>(users, threads, this::prepare);
    }

    @Override
    public boolean hasNext() {
        return blocks.hasNext();
    }

    /**
     * Waits for the next block.
     *
     * @throws CancellationException when this thread is interrupted, whose mark of interruption stays
     * @throws RuleFailure when a rule failed on a user
     * @throws IllegalStateException when a user could not be prepared for another reason, and which
     */
    @Override
    public UserBlock next() {
        return blocks.next();
    }

    /** Takes a block back, to be filled again. */
    void giveBack(UserBlock block) {
        spare.add(block);
    }

    /** Sends the workers home and waits until they have gone. */
    @Override
    public void close() {
        blocks.close();
    }

    private UserBlock prepare(int first, int end) {
        UserBlock emptied = spare.poll();
        UserBlock block = emptied == null ? new UserBlock() : emptied;
        block.restart(first);
        for (int user = first; user < end && !Thread.currentThread().isInterrupted(); user++) {
            preparing.prepare(user, (life, timeline) -> block.add(life.history(), life.truth(), timeline));
        }
        return block;
    }
}
