package org.heralddata.model.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.ucd.UcdReading;
import org.junit.jupiter.api.Test;

class CommonFieldTest {

    @Test
    void everyFieldIsDescribedInStandardWords() {
        List<FileField> fields = CommonField.fields();
        assertThat(fields).hasSameSizeAs(CommonField.values()).allSatisfy(field -> {
            assertThat(field.description()).isNotBlank();
            assertThat(Ucd.parse(field.ucd().words())).isInstanceOf(UcdReading.Valid.class);
            assertThat(CommonField.of(field.name())).map(CommonField::field).contains(field);
        });
        assertThat(CommonField.of("livetime")).isEmpty();
    }
}
