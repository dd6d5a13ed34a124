package dev.spendsense.rules;

import java.nio.file.Path;

/** Compiles a rule folder ahead of time, as the build does with the shipped rules. */
public final class RuleCompilation {

    private RuleCompilation() {}

    /**
     * Compiles unless it was done before.
     *
     * @param arguments the rule folder, and the folder that the program will look in
     */
    public static void main(String[] arguments) {
        RuleBase.load(RuleSource.read(Path.of(arguments[0])), CompiledStore.forShipping(Path.of(arguments[1])));
    }
}
