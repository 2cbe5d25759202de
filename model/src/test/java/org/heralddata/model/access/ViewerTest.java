package org.heralddata.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerTest {
    private static final Group KASCADE = new Group("kascade");
    private static final Group ANALYSIS = new Group("kascade/analysis");

    private static Viewer member(Group group) {
        return new Viewer("ada", Set.of(group), false);
    }

    @Test
    void membersOfAGroupAreMembersOfThoseAbove() {
        assertThat(member(ANALYSIS).isOf(KASCADE)).isTrue();
        assertThat(member(ANALYSIS).isOf(ANALYSIS)).isTrue();
        assertThat(member(ANALYSIS).allGroups()).containsExactlyInAnyOrder(KASCADE, ANALYSIS);
    }

    @Test
    void membersOfAGroupAreNotMembersOfThoseBelowOrBeside() {
        assertThat(member(KASCADE).isOf(ANALYSIS)).isFalse();
        assertThat(member(new Group("kascade-grande")).isOf(KASCADE)).isFalse();
        assertThat(Viewer.ANYONE.isOf(KASCADE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "kascade/", "/kascade", "Kascade", "a//b", "a b", "-a"})
    void refusesWhatIsNoPath(String text) {
        assertThat(Group.isPath(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Group(text));
    }
}
