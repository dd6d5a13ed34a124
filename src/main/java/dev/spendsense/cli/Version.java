package dev.spendsense.cli;

import dev.spendsense.run.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"SpendSense " + number(), "Java ${java.version} (${java.vendor})"};
    }

    /** The product's version, as the jar's manifest has it. */
    static String number() {
        return ProductVersion.number();
    }
}
