package org.heralddata.model.ucd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UcdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pos.eq.ra;meta.main", "phys.energy", "pos.az.zd", "stat.error;pos.angDistance",
                        "meta.number;phys.electron",
                "time.epoch", "meta.id;meta.main", "phys.temperature", "em.energy", "phys.electField;stat.max"
            })
    void takesWordsOfTheVocabulary(String words) {
        assertThat(Ucd.parse(words)).isEqualTo(new UcdReading.Valid(new Ucd(words), List.of()));
    }

    @Test
    void bringsCaseAndBlanksToTheVocabularys() {
        assertThat(Ucd.parse("POS.EQ.RA; Meta.Main"))
                .isEqualTo(new UcdReading.Valid(new Ucd("pos.eq.ra;meta.main"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ucd("POS.EQ.RA"));
    }

    @ParameterizedTest
    @CsvSource({
        "pos.eq.rs, not a UCD1+ word, 0, 9, pos.eq.ra",
        "phys.energy;meta.mian, not a UCD1+ word, 12, 9, meta.main",
        "meta.main;pos.eq.ra, cannot stand first, 0, 9, main word",
        "pos.eq.ra;meta.record, can only stand first, 10, 11, before",
        "phot.fluxDens, not a UCD1+ word, 0, 13, phot.flux.density",
        "zenith.zd, not a UCD1+ word, 0, 9, pos.az.zd",
        "phys.energy;, not a UCD1+ word, 12, 1,",
    })
    void saysWhereAndWhatIsWrong(String written, String reason, int start, int length, String help) {
        assertThat(Ucd.parse(written)).isInstanceOfSatisfying(UcdReading.Invalid.class, wrong -> {
            assertThat(wrong.reason()).contains(reason);
            assertThat(wrong.start()).isEqualTo(start);
            assertThat(wrong.length()).isEqualTo(length);
            if (help == null) {
                assertThat(wrong.help()).isNull();
            } else {
                assertThat(wrong.help()).contains(help);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"POS_EQ_RA_MAIN,pos.eq.ra;meta.main", "pos.gal.lat,pos.galactic.lat", "' phys.energy ',phys.energy"})
    void readsFileUcds(String written, String words) {
        assertThat(Ucd.fromFile(written)).hasValue(new Ucd(words));
    }

    @Test
    void leavesAloneWhatItCannotRead() {
        assertThat(Ucd.fromFile("hello")).isEmpty();
        assertThat(Ucd.fromFile("")).isEmpty();
    }

    @Test
    void everySuccessorOfADeprecatedWordIsInTheVocabulary() {
        assertThat(Ucd.fromFile("phys.at.collStrength")).hasValue(new Ucd("phys.atmol.collStrength"));
        assertThat(UcdVocabulary.names()).hasSize(568).contains("pos.az.zd", "phys.electron");
    }

    @Test
    void mainWordIsTheFirst() {
        assertThat(new Ucd("pos.eq.ra;meta.main").main()).isEqualTo("pos.eq.ra");
        assertThat(Ucd.NONE.main()).isEmpty();
    }
}
