package org.heralddata.formats.text;

import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What all values of a column of JSON are, gathered over the whole file. */
final class JsonProfile {
    private long integers;
    private long decimals;
    private long specials;
    private long flags;
    private long moments;
    private long words;
    private long lists;
    private long scalars;
    private boolean unsignedToo = true;
    private boolean tooLong;
    private boolean tooDeep;

    /** Takes in the value at the parser's current token, to its end. */
    void add(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            scalars += json.currentToken() == JsonToken.VALUE_NULL ? 0 : 1;
            addScalar(json);
            return;
        }
        lists++;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken().isStructStart()) {
                tooDeep = true;
                json.skipChildren();
            } else {
                addScalar(json);
            }
        }
    }

    private void addScalar(JsonParser json) {
        switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> {
                integers++;
                addInteger(json);
            }
            case VALUE_NUMBER_FLOAT -> decimals++;
            case VALUE_TRUE, VALUE_FALSE -> flags++;
            case VALUE_STRING -> {
                String text = json.getString();
                if (Elements.special(text) != null) {
                    specials++;
                } else if (Timestamps.parse(text) != Timestamps.NONE) {
                    moments++;
                } else {
                    words++;
                }
            }
            default -> {}
        }
    }

    private void addInteger(JsonParser json) {
        switch (json.getNumberType()) {
            case INT -> unsignedToo &= json.getIntValue() >= 0;
            case LONG -> unsignedToo &= json.getLongValue() >= 0;
            default -> {
                tooLong = true;
                var value = json.getBigIntegerValue();
                unsignedToo &= value.signum() >= 0 && value.bitLength() <= 64;
            }
        }
    }

    Shape shape() {
        return lists > 0 ? Shape.LIST : Shape.SCALAR;
    }

    /** Why no column can hold the values; null if one can. */
    @Nullable
    String obstacle() {
        if (tooDeep) {
            return "holds lists of lists or of objects";
        }
        return lists > 0 && scalars > 0 ? "holds both lists and single values" : null;
    }

    /** True if values of several kinds make it a column of words. */
    boolean isMixed() {
        return kinds() > 1;
    }

    private int kinds() {
        return (integers + decimals > 0 ? 1 : 0) + (flags > 0 ? 1 : 0) + (moments > 0 ? 1 : 0) + (words > 0 ? 1 : 0);
    }

    ColumnType type() {
        boolean numeric = integers + decimals > 0;
        if (kinds() > 1 || words > 0 || (specials > 0 && !numeric && kinds() > 0)) {
            return ColumnType.STRING;
        }
        if (flags > 0) {
            return ColumnType.BOOL;
        }
        if (moments > 0) {
            return ColumnType.TIMESTAMP;
        }
        if (decimals > 0 || specials > 0 || integers == 0) {
            return ColumnType.FLOAT64;
        }
        if (tooLong) {
            return unsignedToo ? ColumnType.UINT64 : ColumnType.FLOAT64;
        }
        return ColumnType.INT64;
    }
}
