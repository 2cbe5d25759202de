package org.heralddata.serve.vo.tap;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What to know of a query before it runs. */
public enum AdviceCode implements DiagnosticCode {
    MORE_ROWS("R080", "The answer of a query has more rows than MAXREC lets through"),
    CROSSED("R081", "A query joins tables without a condition"),
    READS_ALL("R082", "A query reads all of a large table"),
    LATE_FIRST_ROW("R083", "The first row of a query comes later than is waited for"),
    LONG_JOB("R084", "A query takes longer than a job may run");

    private final String id;
    private final String title;

    AdviceCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }
}
