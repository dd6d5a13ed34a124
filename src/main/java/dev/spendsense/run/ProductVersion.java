package dev.spendsense.run;

/** The product's version, which every dataset keeps. */
public final class ProductVersion {

    private ProductVersion() {}

    /** As the jar's manifest has it; {@code unpackaged} for classes outside a jar. */
    public static String number() {
        String version = ProductVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
