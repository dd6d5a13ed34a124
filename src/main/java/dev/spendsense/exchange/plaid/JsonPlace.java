package dev.spendsense.exchange.plaid;

import dev.spendsense.exchange.Remarks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An object in a JSON file, which knows where it stands. What does not fit becomes a remark and is taken as missing. */
record JsonPlace(JsonNode node, String pointer, Remarks remarks) {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    boolean has(String field) {
        return node.has(field) && !node.get(field).isNull();
    }

    JsonPlace at(String field) {
        JsonNode inner = node.isObject() ? node.get(field) : null;
        return new JsonPlace(
                inner == null ? JsonNodeFactory.instance.objectNode() : inner, pointer + "/" + field, remarks);
    }

    /** The objects of a list; none when it is missing. */
    List<JsonPlace> items(String field) {
        List<JsonPlace> items = new ArrayList<>();
        if (!has(field)) {
            return items;
        }
        JsonNode list = node.get(field);
        if (!list.isArray()) {
            remark(field, "expected a list; left out");
            return items;
        }
        int index = 0;
        for (JsonNode item : list) {
            String place = pointer + "/" + field + "/" + index++;
            if (item.isObject()) {
                items.add(new JsonPlace(item, place, remarks));
            } else {
                remarks.add(place, "", item.toString(), "expected an object; left out");
            }
        }
        return items;
    }

    /** A text; empty when it is missing. */
    String text(String field) {
        if (!has(field)) {
            return "";
        }
        JsonNode value = node.get(field);
        if (value.isValueNode()) {
            return value.asString();
        }
        remark(field, "expected a text; taken as missing");
        return "";
    }

    Optional<LocalDate> date(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException e) {
            remark(field, "expected a date such as 2026-07-15; taken as missing");
            return Optional.empty();
        }
    }

    /** A number in hundredths: cents of dollars, basis points of percents. */
    OptionalLong hundredths(String field) {
        if (!has(field)) {
            return OptionalLong.empty();
        }
        JsonNode value = node.get(field);
        try {
            BigDecimal number = value.isNumber() ? value.decimalValue() : new BigDecimal(value.asString());
            if (number.abs().compareTo(MOST) < 0) {
                return OptionalLong.of(number.movePointRight(2)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact());
            }
        } catch (RuntimeException e) {
            // Said below.
        }
        remark(field, "expected a number; taken as missing");
        return OptionalLong.empty();
    }

    boolean flag(String field) {
        return has(field) && node.get(field).isBoolean() && node.get(field).booleanValue();
    }

    void remark(String field, String meaning) {
        JsonNode value = node.get(field);
        remarks.add(pointer, field, value == null ? "" : value.toString(), meaning);
    }
}
