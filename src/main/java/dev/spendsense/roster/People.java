package dev.spendsense.roster;

import dev.spendsense.bank.Band;
import dev.spendsense.bank.Customer;
import dev.spendsense.dataset.Dataset;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** What a dataset holds of its users that no rule has concluded and that never changes. Users are numbered from 0. */
final class People {

    private final int size;
    private final Texts ids = new Texts();
    private final Texts names = new Texts();
    private final Texts regions = new Texts();
    private final byte[] ages;
    private final long[] incomes;
    private final RoaringBitmap consenting = new RoaringBitmap();
    private final Tags region = new Tags(Set.of());
    private final Tags ageBand = new Tags(Band.AGES.stream().map(Band::name).toList());
    private final Tags incomeBand =
            new Tags(Band.INCOMES.stream().map(Band::name).toList());
    private final List<String> searchableNames;
    private final Scale byId;
    private final Scale byName;
    private final Scale byRegion;
    private final int[] userByIdPlace;

    private People(Dataset dataset) {
        this.size = Math.toIntExact(dataset.run().counts().get("users"));
        this.ages = new byte[size];
        this.incomes = new long[size];
        dataset.census().people(this::add);
        this.searchableNames = names.texts().stream().map(People::searchable).toList();
        this.byId = Scale.of(ids, user -> true);
        this.byName = Scale.of(names, user -> true);
        this.byRegion = Scale.of(regions, user -> true);
        this.userByIdPlace = new int[size];
        for (int user = 0; user < size; user++) {
            userByIdPlace[(int) byId.place(user)] = user;
        }
    }

    static People read(Dataset dataset) {
        return new People(dataset);
    }

    private void add(int user, Customer customer) {
        ids.put(user, customer.id());
        names.put(user, customer.name());
        regions.put(user, customer.region());
        ages[user] = (byte) Math.min(customer.age(), Byte.MAX_VALUE);
        incomes[user] = customer.annualIncome();
        if (customer.consent()) {
            consenting.add(user);
        }
        region.add(customer.region(), user);
        ageBand.add(Band.ofAge(customer.age()).name(), user);
        incomeBand.add(Band.ofIncome(customer.annualIncome()).name(), user);
    }

    int size() {
        return size;
    }

    RoaringBitmap everybody() {
        return RoaringBitmap.bitmapOfRange(0, size);
    }

    /** Who consented when the dataset was written; must not be changed. */
    RoaringBitmap consenting() {
        return consenting;
    }

    String id(int user) {
        return ids.text(user);
    }

    /** The number of the user with an identifier; empty when there is none. */
    OptionalInt number(String userId) {
        double place = byId.place(userId);
        return place >= 0 && place == Math.rint(place)
                ? OptionalInt.of(userByIdPlace[(int) place])
                : OptionalInt.empty();
    }

    String name(int user) {
        return names.text(user);
    }

    String region(int user) {
        return regions.text(user);
    }

    int age(int user) {
        return ages[user];
    }

    long income(int user) {
        return incomes[user];
    }

    Tags regions() {
        return region;
    }

    Tags ageBands() {
        return ageBand;
    }

    Tags incomeBands() {
        return incomeBand;
    }

    Scale byId() {
        return byId;
    }

    Scale byName() {
        return byName;
    }

    Scale byRegion() {
        return byRegion;
    }

    /** The users who have a text somewhere in the name or in the identifier; case does not count. */
    RoaringBitmap matching(String text) {
        String wanted = searchable(text);
        BitSet namesMatching = new BitSet();
        for (int name = 0; name < searchableNames.size(); name++) {
            namesMatching.set(name, searchableNames.get(name).contains(wanted));
        }
        RoaringBitmap found = new RoaringBitmap();
        for (int user = 0; user < size; user++) {
            if (namesMatching.get(names.code(user)) || ids.text(user).contains(wanted)) {
                found.add(user);
            }
        }
        return found;
    }

    private static String searchable(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
