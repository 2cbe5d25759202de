package org.heralddata.query.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.files.CommonField;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileField;
import org.heralddata.model.table.Shape;
import org.heralddata.query.cuts.CutSchema;

/** The fields that a question may name. */
record FileSchema(List<FileField> fields) {

    /** Of one collection all; of several what all have. A collection's own words on a common field go before Herald's. */
    static FileSchema of(List<FileCollection> collections) {
        Optional<FileCollection> only =
                collections.size() == 1 ? Optional.of(collections.getFirst()) : Optional.empty();
        List<FileField> fields = new ArrayList<>();
        for (FileField common : CommonField.fields()) {
            fields.add(only.flatMap(c -> c.field(common.name())).orElse(common));
        }
        only.ifPresent(c -> c.fields().stream()
                .filter(field -> CommonField.of(field.name()).isEmpty())
                .forEach(fields::add));
        return new FileSchema(fields);
    }

    CutSchema cuts() {
        return new CutSchema(fields.stream()
                .map(f -> new CutSchema.Column(f.name(), f.type(), Shape.SCALAR, f.unit()))
                .toList());
    }

    List<String> names() {
        return fields.stream().map(FileField::name).toList();
    }
}
