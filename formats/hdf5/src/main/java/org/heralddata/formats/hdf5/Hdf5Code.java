package org.heralddata.formats.hdf5;

import org.heralddata.model.diagnostic.DiagnosticCode;

/** What can be wrong with an HDF5 file. */
public enum Hdf5Code implements DiagnosticCode {
    TRUNCATED("F400", "an HDF5 file ends before what it promises"),
    BROKEN("F401", "the bytes of an HDF5 file contradict its format"),
    UNSUPPORTED("F402", "an HDF5 file uses something that Herald does not read"),
    LEFT_OUT("F403", "a part of an HDF5 file is left out"),
    OPTION("F404", "the HDF5 reader does not know an option"),
    NO_COMPOUND("F405", "a table cannot be written as a dataset of compounds");

    private final String id;
    private final String title;

    Hdf5Code(String id, String title) {
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
