package org.heralddata.formats.hdf5;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that writers of HDF5 give to attributes, and what they mean. */
final class Conventions {
    static final List<String> UNIT = List.of("unit", "units", "UNIT", "UNITS", "Unit", "Units");
    static final List<String> UCD = List.of("ucd", "UCD");
    static final List<String> DESCRIPTION = List.of(
            "description", "Description", "DESCRIPTION", "long_name", "LONG_NAME", "TITLE", "title", "label", "doc");

    /** The scales of a dataset's dimensions, as references. */
    static final String DIMENSION_LIST = "DIMENSION_LIST";

    /** What astropy appends to the name of a table to keep units and descriptions of its columns. */
    static final String ASTROPY_META = ".__table_column_meta__";

    private static final Set<String> HOUSEKEEPING = Set.of(
            "CLASS",
            "VERSION",
            "FLAVOR",
            "EXTDIM",
            "FILTERS",
            "NROWS",
            "PSEUDOATOM",
            Conventions.DIMENSION_LIST,
            "REFERENCE_LIST",
            "PYTABLES_FORMAT_VERSION",
            "_Netcdf4Dimid",
            "_Netcdf4Coordinates",
            "_NCProperties",
            "pandas_type",
            "pandas_version",
            "encoding",
            "errors",
            "ndim",
            "nblocks",
            "values_cols",
            "non_index_axes",
            "index_cols",
            "data_columns",
            "nan_rep",
            "data_col_nan_rep",
            "mi_level_nan_rep",
            "levels",
            "info",
            "table_type",
            "index_variety",
            "transposed",
            "value_type",
            "kind",
            Layouts.MISSING,
            Layouts.NAME,
            Layouts.TYPE,
            Layouts.ENTRY_SHAPE,
            Layouts.TABLE,
            Layouts.LISTS,
            Layouts.PLACE);

    private static final Pattern NUMBERED = Pattern.compile("FIELD_\\d+_(NAME|FILL|UNIT|DOC|ATTR_.*)|axis\\d+_variety"
            + "|block\\d+_items_variety|.*_(kind|dtype|meta)");

    private Conventions() {}

    /** True of attributes that say how the file is made, not what it means. */
    static boolean housekeeping(String name) {
        return HOUSEKEEPING.contains(name) || NUMBERED.matcher(name).matches();
    }
}
