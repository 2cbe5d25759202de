package org.heralddata.formats.hdf5.file;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.hdf5.filter.FilterSpec;

/** Reads the filters of a dataset (IV.A.2.l). */
final class FilterMessage {

    private FilterMessage() {}

    static List<FilterSpec> read(Block block) {
        long where = block.position();
        int version = block.u8();
        int count = block.u8();
        if (version != 1 && version != 2) {
            throw FormatException.broken(where, "filters of version %d".formatted(version));
        }
        block.skip(version == 1 ? 6 : 0);
        List<FilterSpec> filters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = block.u16();
            int nameLength = version == 1 || id >= 256 ? block.u16() : 0;
            block.skip(2);
            int values = block.u16();
            String name = block.text(nameLength);
            List<Integer> parameters = new ArrayList<>();
            for (int v = 0; v < values; v++) {
                parameters.add((int) block.u32());
            }
            block.skip(version == 1 && values % 2 == 1 ? 4 : 0);
            filters.add(new FilterSpec(id, name, parameters));
        }
        return filters;
    }
}
