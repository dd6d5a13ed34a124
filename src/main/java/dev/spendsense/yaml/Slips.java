package dev.spendsense.yaml;

import dev.spendsense.yaml.Yaml.Place;

/** Takes what is wrong with a text as such, before anything is asked of its fields. */
public interface Slips {

    /** There is nothing in the text but comments. */
    void nothing(Place text);

    /**
     * The text is no YAML.
     *
     * @param text the text as a whole; the mistake tells where in it
     */
    void broken(Place text, YamlMistake mistake);

    /** A field of a name that was there before. */
    void twice(Place field);

    /**
     * YAML that no text here needs.
     *
     * @param value what stands there
     * @param expected what should stand there
     */
    void refused(Place place, String value, String expected);
}
