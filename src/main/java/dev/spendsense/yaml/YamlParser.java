package dev.spendsense.yaml;

import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Items;
import dev.spendsense.yaml.Yaml.Member;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.Yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a YAML text event by event, so that nothing in it is ever constructed, expanded or nested deeper than
 * people do: aliases, tags, repeated keys and further documents are faults.
 */
public final class YamlParser {

    private static final int DEEPEST = 20;
    private static final int LONGEST_SCALAR = 10_000;

    private final Place origin;
    private final Parser events;
    private final Slips slips;

    private YamlParser(Place origin, Parser events, Slips slips) {
        this.origin = origin;
        this.events = events;
        this.slips = slips;
    }

    /**
     * The only document of a text, as far as it can be read.
     *
     * @param origin the text as a whole; its path is put before the paths in the text
     * @return empty when there is no document or it breaks off
     */
    public static Optional<Yaml> parse(Place origin, String text, Slips slips) {
        try {
            Parser events = new ParserImpl(new StreamReader(text), new LoaderOptions());
            return new YamlParser(origin, events, slips).document();
        } catch (MarkedYAMLException broken) {
            slips.broken(origin, YamlMistake.in(text, broken));
        } catch (YAMLException broken) {
            slips.broken(origin, YamlMistake.unreadable());
        } catch (TooDeep tooDeep) {
            slips.refused(tooDeep.place, "nested too deeply", "at most " + DEEPEST + " levels");
        }
        return Optional.empty();
    }

    private Optional<Yaml> document() {
        events.getEvent(); // the start of the stream
        if (events.checkEvent(Event.ID.StreamEnd)) {
            slips.nothing(origin);
            return Optional.empty();
        }
        events.getEvent(); // the start of the document
        Yaml document = node(origin.path(), null, 0);
        events.getEvent(); // the end of the document
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            slips.refused(place(events.peekEvent(), origin.path()), "a second document", "one document a file");
        }
        return Optional.of(document);
    }

    /** @param key the place of the field's name, which is where people look for a block or a list; null for others */
    private Yaml node(String path, Place key, int depth) {
        Event event = events.getEvent();
        Place place = place(event, path);
        if (depth > DEEPEST) {
            throw new TooDeep(place);
        }
        if (event.is(Event.ID.Alias)) {
            slips.refused(place, "*" + ((NodeEvent) event).getAnchor(), "the value itself (aliases are not supported)");
            return new Value(place, "", true);
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), place);
            return scalar(scalar, place);
        }
        Place block = key == null ? place : key;
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), place);
            return new Items(block, items(path, depth));
        }
        refuseTag(((MappingStartEvent) event).getTag(), place);
        return new Block(block, members(path, depth));
    }

    private Value scalar(ScalarEvent scalar, Place place) {
        String text = scalar.getValue();
        if (text.length() > LONGEST_SCALAR) {
            slips.refused(place, text.length() + " characters", "at most " + LONGEST_SCALAR + " characters");
            text = "";
        }
        return new Value(place, text, scalar.getScalarStyle() == ScalarStyle.PLAIN);
    }

    private List<Yaml> items(String path, int depth) {
        List<Yaml> items = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(path + "[" + items.size() + "]", null, depth + 1));
        }
        events.getEvent();
        return items;
    }

    private Map<String, Member> members(String path, int depth) {
        Map<String, Member> members = new LinkedHashMap<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Yaml key = node(path, null, depth + 1);
            if (key instanceof Value name) {
                Place place = key.at().field(name.text());
                Place start = place(events.peekEvent(), place.path());
                Yaml value = node(place.path(), place, depth + 1);
                if (members.putIfAbsent(name.text(), new Member(place, start, value)) != null) {
                    slips.twice(place);
                }
            } else {
                slips.refused(key.at(), key.brief(), "a name as key");
                node(path, null, depth + 1);
            }
        }
        events.getEvent();
        return members;
    }

    private void refuseTag(String tag, Place place) {
        if (tag != null) {
            slips.refused(place, tag, "a plain value (tags are not supported)");
        }
    }

    private Place place(Event event, String path) {
        Place place = place(origin, event.getStartMark());
        return new Place(place.file(), place.line(), place.column(), path);
    }

    private static Place place(Place origin, Mark mark) {
        return origin.isOverride()
                ? origin
                : new Place(origin.file(), mark.getLine() + 1, mark.getColumn() + 1, origin.path());
    }

    /** Ends the reading of a text that is nested for no good reason. */
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Place place;

        TooDeep(Place place) {
            super(null, null, false, false);
            this.place = place;
        }
    }
}
