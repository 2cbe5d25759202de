package org.heralddata.serve.vo.tap;

import java.util.Set;
import org.heralddata.spi.TableWriter;

/**
 * A format to answer in.
 *
 * @param mediaType     as the answer declares it
 * @param serialization of the writer, if it knows several; else empty
 */
record TapFormat(TableWriter writer, String mediaType, String serialization) {
    private static final Set<String> TELLING = Set.of("votable", "text", "html");

    /** Whether it can say behind the rows that there are more. */
    boolean tellsOverflow() {
        return TELLING.contains(writer.format().value());
    }
}
