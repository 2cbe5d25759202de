package org.heralddata.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void countsLevelsOfLists() {
        assertThat(Shape.SCALAR.levels()).isZero();
        assertThat(Shape.of(3).levels()).isEqualTo(1);
        assertThat(Shape.of(Shape.VARIES, 3).levels()).isEqualTo(1);
        assertThat(Shape.of(2, Shape.VARIES).levels()).isEqualTo(2);
        assertThat(Shape.of(Shape.VARIES, Shape.VARIES, Shape.VARIES).levels()).isEqualTo(3);
    }

    private static final int V = Shape.VARIES;

    @Test
    void onlyALaterVaryingDimensionNests() {
        assertThat(Shape.SCALAR.isNested()).isFalse();
        assertThat(Shape.LIST.isNested()).isFalse();
        assertThat(Shape.of(V, 3).isNested()).isFalse();
        assertThat(Shape.of(V, V).isNested()).isTrue();
        assertThat(Shape.of(3, V).isNested()).isTrue();
    }

    @Test
    void theInnerShapeIsThatOfOneElement() {
        assertThat(Shape.of(V, V).inner()).isEqualTo(Shape.LIST);
        assertThat(Shape.of(3, V).inner()).isEqualTo(Shape.LIST);
        assertThat(Shape.of(V, 2, V, 3).inner()).isEqualTo(Shape.of(V, 3));
        assertThat(Shape.of(V, V, V).inner()).isEqualTo(Shape.of(V, V));
        assertThat(Shape.of(V, 3).inner()).isEqualTo(Shape.SCALAR);
    }

    @Test
    void fixedElementsAreThoseOfTheOutermostLevel() {
        assertThat(Shape.of(2, 3).fixedElements()).isEqualTo(6);
        assertThat(Shape.of(V, 3).fixedElements()).isEqualTo(3);
        assertThat(Shape.of(V, 2, V, 3).fixedElements()).isEqualTo(2);
        assertThat(Shape.LIST.fixedElements()).isEqualTo(1);
    }

    @Test
    void refusesNegativeSizes() {
        assertThatThrownBy(() -> Shape.of(-2)).isInstanceOf(IllegalArgumentException.class);
    }
}
