package dev.spendsense.cli;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.workbench.explain.Flip;
import dev.spendsense.workbench.explain.Flip.Kind;
import dev.spendsense.workbench.explain.Flips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes that would have judged otherwise, as sentences. */
final class FlipWords {

    private static final int MOST_SHOWN = 5;
    private static final double PERCENT = 100;

    private final History history;
    private final SourceWords sources;

    FlipWords(History history, SourceWords sources) {
        this.history = history;
        this.sources = sources;
    }

    /** The smallest change of a measured value. */
    List<String> nearest(Flips flips) {
        return flips.smallest(Kind.SIGNAL)
                .map(flip -> WrappedText.lines("  " + outcome(flips) + " if ", words(flip)))
                .orElse(List.of("  no other value of one signal alone would " + deed(flips)));
    }

    /** The smallest changes of every kind, and what is impossible. */
    List<String> all(Flips flips) {
        List<String> lines = new ArrayList<>();
        String would = String.format(
                Locale.ROOT, "  One value that would %s (tried by judging %,d times)", deed(flips), flips.trials());
        lines.add(would);
        several("another measure", flips.signals(), lines);
        several("another parameter", flips.parameters(), lines);
        several("another history", flips.histories(), lines);
        inVain(flips, lines);
        return lines;
    }

    private void several(String kind, List<Flip> flips, List<String> lines) {
        if (flips.isEmpty()) {
            lines.add("    " + kind + ": none");
            return;
        }
        lines.add("    " + kind);
        flips.stream()
                .limit(MOST_SHOWN)
                .forEach(flip -> lines.addAll(WrappedText.lines("      if ", words(flip) + afterwards(flip))));
        if (flips.size() > MOST_SHOWN) {
            lines.add("      and " + (flips.size() - MOST_SHOWN) + " more");
        }
    }

    private void inVain(Flips flips, List<String> lines) {
        long signals = flips.impossible().stream()
                .filter(it -> it.kind() == Kind.SIGNAL)
                .count();
        if (signals > 0) {
            lines.add("    not by any other measure alone; " + signals + " were tried");
        }
        flips.impossible().stream().filter(it -> it.kind() != Kind.SIGNAL).forEach(it -> {
            String what = it.kind() == Kind.OPENING_BALANCE
                    ? account(it.what())
                    : it.source().map(sources::of).orElse(it.what());
            lines.addAll(WrappedText.lines("    not by ", what + ": " + it.why()));
        });
    }

    private String words(Flip flip) {
        return switch (flip.kind()) {
            case SIGNAL -> flip.name() + " over " + flip.windowDays() + " days were " + instead(flip);
            case PARAMETER -> flip.name() + " were " + instead(flip);
            case OPENING_BALANCE -> "on " + history.from() + " " + account(flip.name()) + " were " + instead(flip);
            case AMOUNTS -> amounts(flip, flip.source().orElseThrow());
        };
    }

    private static String instead(Flip flip) {
        return PreciseFigure.of(flip.to(), flip.unit()) + " instead of " + PreciseFigure.of(flip.from(), flip.unit());
    }

    private String amounts(Flip flip, Source source) {
        long percent = Math.round(Math.abs(flip.to() - flip.from()) * PERCENT);
        String changed = Money.rounded(Math.abs(Math.round(source.sum() * flip.to())));
        return sources.of(source) + ", were " + percent + "% " + (flip.to() > flip.from() ? "more" : "less")
                + (source.sum() == 0 ? "" : ": about " + changed);
    }

    private String account(String id) {
        return history.accounts().stream()
                .filter(it -> it.id().equals(id))
                .map(FlipWords::words)
                .findFirst()
                .orElse(id);
    }

    private static String words(Account account) {
        return account.type().isDeposit()
                ? "the balance of " + account.name() + " …" + account.mask()
                : "what is owed on " + account.name() + " …" + account.mask();
    }

    private static String afterwards(Flip flip) {
        return flip.after()
                .map(it -> " → rank " + it.rank() + ", " + FindingsScreen.percent(it.confidence()))
                .orElse("");
    }

    private static String outcome(Flips flips) {
        return flips.gained() ? "would be assigned" : "would not be assigned";
    }

    private static String deed(Flips flips) {
        return flips.gained() ? "assign it" : "take it away";
    }
}
