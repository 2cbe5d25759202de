package org.heralddata.formats.ksy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;

/** Claims about what is told. */
final class Diagnostics {

    private Diagnostics() {}

    /** Refused with a diagnostic of this code; the text holds these words. */
    static void assertRefusal(ThrowingCallable action, String code, String... words) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refusal.class, refusal -> {
            String text = DiagnosticText.render(refusal.diagnostics());
            assertThat(text).contains("[" + code + "]");
            for (String word : words) {
                assertThat(text).contains(word);
            }
        });
    }
}
