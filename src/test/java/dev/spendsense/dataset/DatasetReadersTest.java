package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.DatasetException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReadersTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeDataset() {
        file = RandomDataset.write(folder.resolve("bank.db"), new RandomUsers(5), 60);
    }

    @Test
    void readers_are_given_to_one_thread_at_a_time_and_used_again() throws Exception {
        Set<Dataset> used = ConcurrentHashMap.newKeySet();
        CyclicBarrier both = new CyclicBarrier(2);
        try (DatasetReaders readers = DatasetReaders.open(file, 2)) {
            List<Thread> threads = Stream.generate(() -> new Thread(() -> readers.read(dataset -> {
                        used.add(dataset);
                        await(both);
                        return dataset.history(dataset.userIds().get(0));
                    })))
                    .limit(6)
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(used).hasSize(2);
    }

    @Test
    void what_is_closed_answers_nothing_more() {
        DatasetReaders readers = DatasetReaders.open(file, 2);
        String first = readers.read(dataset -> dataset.userIds().get(0));
        String again = readers.read(dataset -> {
            readers.close();
            return dataset.customer(first).id();
        });
        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() -> readers.read(Dataset::userIds)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_file_cut_short_while_it_is_read_is_called_damaged() throws IOException {
        try (DatasetReaders readers = DatasetReaders.open(file, 1)) {
            List<String> ids = readers.read(Dataset::userIds);
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(Files.size(file) / 4);
            }
            assertThatThrownBy(() -> ids.forEach(id -> readers.read(dataset -> dataset.history(id))))
                    .isInstanceOf(DatasetException.class)
                    .extracting("reason")
                    .isEqualTo(Reason.DAMAGED);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
