package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private final RandomUsers users = new RandomUsers(3);
    private final History history = users.history(0);
    private final GroundTruth truth = users.truth(0);
    private final Fingerprint fingerprint = Fingerprint.of(history, truth);

    @Test
    void the_same_rows_have_the_same_fingerprint() {
        assertThat(Fingerprint.of(new RandomUsers(3).history(0), truth)).isEqualTo(fingerprint);
    }

    @Test
    void a_digest_that_has_seen_other_users_gives_the_same_fingerprint() {
        UserDigest digest = new UserDigest();
        digest.of(users.history(1), users.truth(1));
        assertThat(digest.of(history, truth)).isEqualTo(fingerprint);
    }

    @Test
    void one_cent_more_in_one_transaction_is_seen() {
        for (int i = 0; i < history.transactions().size(); i++) {
            Transaction old = history.transactions().get(i);
            List<Transaction> changed = new ArrayList<>(history.transactions());
            changed.set(
                    i,
                    new Transaction(
                            old.account(),
                            old.sequence(),
                            old.date(),
                            old.minute(),
                            old.amount() + 1,
                            old.merchant(),
                            old.category(),
                            old.channel()));
            assertThat(Fingerprint.of(with(history.customer(), changed), truth)).isNotEqualTo(fingerprint);
        }
    }

    @Test
    void two_transactions_that_change_places_are_seen() {
        List<Transaction> changed = new ArrayList<>(history.transactions());
        Collections.swap(changed, 3, 4);
        assertThat(Fingerprint.of(with(history.customer(), changed), truth)).isNotEqualTo(fingerprint);
    }

    @Test
    void another_name_or_another_truth_is_seen() {
        Customer old = history.customer();
        Customer renamed =
                new Customer(old.id(), old.name() + " Jr", old.age(), old.region(), old.annualIncome(), old.consent());
        GroundTruth other = new GroundTruth(
                truth.userId(),
                List.of(new Episode("other", LocalDate.EPOCH, LocalDate.EPOCH, "profile", 1)),
                List.of());
        assertThat(Fingerprint.of(with(renamed, history.transactions()), truth)).isNotEqualTo(fingerprint);
        assertThat(Fingerprint.of(history, other)).isNotEqualTo(fingerprint);
    }

    @Test
    void the_root_depends_on_every_user_and_on_their_order() {
        Fingerprint a = Fingerprint.of(users.history(1), users.truth(1));
        Fingerprint b = Fingerprint.of(users.history(2), users.truth(2));
        Set<Fingerprint> roots = new HashSet<>();
        roots.add(root(a, b));
        roots.add(root(b, a));
        roots.add(root(a));
        roots.add(root(a, b, b));
        assertThat(roots).hasSize(4);
    }

    @Test
    void users_are_combined_a_thousand_at_a_time() {
        FingerprintTree tree = new FingerprintTree();
        for (int i = 0; i < 2_001; i++) {
            tree.add(fingerprint);
        }
        tree.root();
        assertThat(tree.blocks()).hasSize(3);
        assertThat(tree.blocks().get(0))
                .isEqualTo(tree.blocks().get(1))
                .isNotEqualTo(tree.blocks().get(2));
    }

    @Test
    void a_history_that_would_not_come_back_as_it_was_is_refused() {
        List<Transaction> reversed = new ArrayList<>(history.transactions());
        Collections.reverse(reversed);
        UserBlock block = new UserBlock();
        assertThatThrownBy(() -> block.add(with(history.customer(), reversed), truth))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(history.customer().id())
                .hasMessageContaining("cannot be stored: it has transactions out of");
        assertThatThrownBy(() -> block.add(history, users.truth(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private History with(Customer customer, List<Transaction> transactions) {
        return new History(
                customer,
                history.from(),
                history.asOf(),
                history.accounts(),
                transactions,
                history.statements(),
                history.declined());
    }

    private static Fingerprint root(Fingerprint... fingerprints) {
        FingerprintTree tree = new FingerprintTree();
        for (Fingerprint user : fingerprints) {
            tree.add(user);
        }
        return tree.root();
    }
}
