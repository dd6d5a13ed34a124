package dev.spendsense.web.users;

import java.util.function.Supplier;

/** Something that takes time to make and is made once, when it is first asked for; after a failure it is tried again. */
final class Prepared<T> {

    private final Supplier<T> making;
    private volatile T made;

    Prepared(Supplier<T> making) {
        this.making = making;
    }

    T get() {
        T known = made;
        if (known == null) {
            synchronized (this) {
                if (made == null) {
                    made = making.get();
                }
                known = made;
            }
        }
        return known;
    }
}
