package org.heralddata.serve.vo.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadEndingTest {

    @ParameterizedTest
    @CsvSource({
        "ids.csv, , .csv",
        "IDS.CSV, text/plain, .csv",
        "a/b.tar.gz, , .tar.gz",
        "list.tsv, text/csv, .tsv",
        "list, text/csv; charset=utf-8, .csv",
        "list, text/tab-separated-values, .tsv",
        "list, application/octet-stream, ''",
        "../../etc/passwd, , ''",
        "x.c%v, , ''",
        ", , ''"
    })
    void comesFromTheNameThenFromTheMediaType(String name, String type, String ending) {
        assertThat(UploadEnding.of(name, type)).isEqualTo(ending);
    }

    @Test
    void ofAnAddressTheServersWordGoesFirst() {
        assertThat(UploadEnding.of(URI.create("http://example.org/t.php?x=y.vot"), "text/csv"))
                .isEqualTo(".csv");
        assertThat(UploadEnding.of(URI.create("http://example.org/t.csv"), "text/plain"))
                .isEqualTo(".csv");
    }
}
