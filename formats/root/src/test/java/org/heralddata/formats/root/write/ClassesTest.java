package org.heralddata.formats.root.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassesTest {

    /** Checksums as ROOT 6.20.04 writes them. */
    @Test
    void countsChecksumsAsRootDoes() {
        assertThat(Classes.OBJECT.checksum()).isEqualTo(0x901bc02d);
        assertThat(Classes.NAMED.checksum()).isEqualTo(0xdfb74a3c);
        assertThat(Classes.COLLECTION.checksum()).isEqualTo(0x57e3cb9c);
        assertThat(Classes.SEQ_COLLECTION.checksum()).isEqualTo(0xfc6c3bc6);
        assertThat(Classes.LIST.checksum()).isEqualTo(0x69c5c3bb);
        assertThat(Classes.OBJ_ARRAY.checksum()).isEqualTo(0xa99e6552);
        assertThat(Classes.STRING.checksum()).isEqualTo(0x17419);
        assertThat(Classes.IO_FEATURES.checksum()).isEqualTo(0x1aa12f10);
        assertThat(Classes.LEAF.checksum()).isEqualTo(0x6d1e8152);
        assertThat(Classes.LEAF_ELEMENT.checksum()).isEqualTo(0xa04f8893);
        assertThat(Classes.BRANCH.checksum()).isEqualTo(0x10978aac);
        assertThat(Classes.BRANCH_ELEMENT.checksum()).isEqualTo(0xe74f5e63);
        assertThat(Classes.TREE.checksum()).isEqualTo(0x7264e07f);
    }

    @ParameterizedTest
    @CsvSource({"INT, vector<int>, 0x983b88", "DOUBLE, vector<vector<double> >, 0x8431864f"})
    void namesVectorsAsRootDoes(NumberType element, String name, String checksum) {
        ClassInfo flat = Classes.vector(element);
        ClassInfo type = flat.name().equals(name) ? flat : Classes.vector(flat);
        assertThat(type.name()).isEqualTo(name);
        assertThat(type.checksum()).isEqualTo(Long.decode(checksum).intValue());
        assertThat(Classes.vectorOfStrings().checksum()).isEqualTo(0x100e72bc);
    }

    @Test
    void knowsNoMembersOfOtherClasses() {
        assertThatThrownBy(() -> new StoredObject(Classes.LEAF_D).set("fBasketSize", 1))
                .hasMessage("TLeafD has no fBasketSize");
    }
}
