package org.heralddata.model.descriptor;

import org.heralddata.model.files.FileField;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Something to take from every file.
 *
 * @param sourceUnit the unit in the file where the file does not say, or says it wrongly; null to believe the file, or, if
 *                   that is silent, to take the field's own
 */
public record FileFieldDescriptor(
        FileField field, FieldSource source, @Nullable Unit sourceUnit) {}
