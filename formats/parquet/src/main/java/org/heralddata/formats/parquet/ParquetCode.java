package org.heralddata.formats.parquet;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with a Parquet file. */
public enum ParquetCode implements DiagnosticCode {
    NOT_PARQUET("F500", "The file is not Parquet"),
    DAMAGED("F501", "The Parquet file is damaged or cut off"),
    UNKNOWN_OPTION("F502", "Parquet files are read without options"),
    NO_COLUMNS("F503", "The Parquet file has no column that can be read"),
    LEFT_OUT("F504", "A column has a type that no table column can hold and was left out");

    private final String id;
    private final String title;

    ParquetCode(String id, String title) {
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
