package org.heralddata.serve.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.query.QueryCode;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ProblemsTest {

    /** As the database's that does not answer. */
    private record OfTheMachine() implements DiagnosticCode {
        @Override
        public String id() {
            return "S999";
        }

        @Override
        public String title() {
            return "it does not answer";
        }

        @Override
        public boolean isOfTheMachine() {
            return true;
        }
    }

    @Test
    void whatTheMachineCannotDoNowMayBeAskedAgain() {
        var code = new OfTheMachine();
        assertThat(Problems.status(code)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        var answer = Problems.answer(Problems.status(code), List.of(Diagnostic.error(code, "it is away")));
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void whatIsWrittenWronglyIsTheUsersToMend() {
        assertThat(Problems.status(QueryCode.NO_COLUMN)).isEqualTo(HttpStatus.BAD_REQUEST);
    }
}
