package dev.spendsense.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = SpendSense.class.getPackage().getImplementationVersion();
        return new String[] {
            "SpendSense " + (version == null ? "(not packaged)" : version), "Java ${java.version} (${java.vendor})",
        };
    }
}
