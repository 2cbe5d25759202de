package org.heralddata.formats.root.ntuple;

import java.util.Optional;
import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.table.ObjectTable;
import org.heralddata.formats.root.table.OpenFile;
import org.heralddata.formats.root.table.TableKind;

/** RNTuples. */
public final class NTupleKind implements TableKind {

    @Override
    public boolean knows(String className) {
        return className.equals(Anchor.CLASS);
    }

    @Override
    public Optional<ObjectTable> open(OpenFile file, Entry entry) {
        try (var source = new PageSource(file.file().source())) {
            NTuple ntuple = NTuple.read(file.file(), entry, source, (field, why) -> {
                String place = entry.path() + "/" + field;
                file.notices().leftOut(place, "`%s` is left out: %s".formatted(place, why));
            });
            if (ntuple.columns().isEmpty()) {
                file.notices()
                        .leftOut(entry.path(), "`%s` is left out: no field of it is read".formatted(entry.path()));
                return Optional.empty();
            }
            return Optional.of(new NTupleTable(entry.path(), ntuple, file.file().source()));
        }
    }
}
