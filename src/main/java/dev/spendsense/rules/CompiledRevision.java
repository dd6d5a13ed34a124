package dev.spendsense.rules;

import dev.spendsense.rules.definitions.BrokenRules;
import java.io.Serial;
import java.io.Serializable;
import java.util.TreeMap;

/**
 * A revision of the rules as texts and compiled classes, to be sent to other processes of the same program and loaded
 * there without a compiler.
 */
public final class CompiledRevision implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final TreeMap<String, String> texts;
    private final byte[] jar;

    CompiledRevision(RuleSource source, byte[] jar) {
        this.texts = new TreeMap<>(source.texts());
        this.jar = jar.clone();
    }

    /**
     * Checks and, unless that was done before, compiles rules.
     *
     * @param store where what was compiled is kept
     * @throws BrokenRules when the rules cannot be used, with everything that is wrong
     */
    public static CompiledRevision of(RuleSource source, CompiledStore store) {
        return new RuleLoader(store).compile(source);
    }

    /** SHA-256 over all texts, hexadecimal. */
    public String revision() {
        return RuleSource.of(texts).revision();
    }

    /**
     * The rules, ready to judge. What was compiled is checked again before any of it is loaded, since it has been on a
     * way that nobody here knows.
     *
     * @throws BrokenRules when the classes do something that rules may not do
     */
    public RuleBase load() {
        RuleSource source = RuleSource.of(texts);
        return new RuleBase(
                source, RuleLoader.check(source), CompiledRules.read(jar).load());
    }
}
