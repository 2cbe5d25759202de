package org.heralddata.query.obscore;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileField;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/** Fields of a file, found by their UCD whatever they are called. */
public record FileFacts(FileCollection collection, CataloguedFile file) {

    private static final Unit EV = new Unit("eV");

    /** A field with its value. */
    private record Fact(FileField field, FieldValue value) {}

    private List<Fact> all(String ucd) {
        return collection.fields().stream()
                .filter(field -> (field.ucd().words() + ";").startsWith(ucd + ";"))
                .flatMap(field -> Optional.ofNullable(file.metadata().fields().get(field.name())).stream()
                        .map(value -> new Fact(field, value)))
                .toList();
    }

    private static @Nullable Double finite(FieldValue value) {
        return switch (value) {
            case FieldValue.Real(var number) -> Double.isFinite(number) ? (Double) number : null;
            case FieldValue.Whole(var number) -> (Double) (double) number;
            case FieldValue.Text _, FieldValue.Truth _, FieldValue.Time _ -> null;
        };
    }

    @Nullable
    Double number(String ucd) {
        return all(ucd).stream()
                .map(fact -> finite(fact.value))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Double in(Unit unit, String ucd) {
        for (Fact fact : all(ucd)) {
            Double value = finite(fact.value);
            Optional<UnitConversion> conversion = fact.field.unit().to(unit);
            if (value != null && conversion.isPresent()) {
                return conversion.get().apply(value);
            }
        }
        return null;
    }

    /** An energy in electronvolts, where positive. */
    @Nullable
    Double energyEv(String bound) {
        Double value = in(EV, "em.energy;" + bound);
        return value == null ? in(EV, "phys.energy;" + bound) : value;
    }

    @Nullable
    String text(String ucd) {
        return all(ucd).stream()
                .map(fact -> fact.value instanceof FieldValue.Text(var text) && !text.isEmpty() ? text : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Where it points, and how wide the field of view is if it tells. */
    public ObsRow.@Nullable Sky sky() {
        Unit deg = new Unit("deg");
        Double ra = in(deg, "pos.eq.ra");
        Double dec = in(deg, "pos.eq.dec");
        if (ra == null || dec == null || Math.abs(dec) > 90) {
            return null;
        }
        Double fov = in(deg, "phys.angSize;instr.fov");
        double turned = ra - 360 * Math.floor(ra / 360);
        return new ObsRow.Sky(turned < 360 ? turned : 0, dec, fov != null && fov > 0 && fov <= 360 ? fov : null);
    }
}
