package org.heralddata.jobs.request.pack;

import java.util.stream.Collectors;

/** A script for Python 3 that loads the tables of a package, by the library that is usual for their format. */
final class PackageLoader {

    private PackageLoader() {}

    static String python(PackageContents contents) {
        Reading reading = Reading.of(contents.writer().format().value());
        String files = contents.tables().stream()
                .map(file -> "    \"%s\": \"%s\",\n".formatted(stem(file.name()), file.name()))
                .collect(Collectors.joining());
        return """
                \"""Loads the tables of the request %s.

                    import load
                    tables = load.tables()      # name of a table: %s

                As a command it prints what there is. Needs: %s.
                \"""

                from pathlib import Path

                FILES = {
                %s}


                def table(name):
                    \"""One table by its name in FILES.\"""
                    path = Path(__file__).resolve().parent / FILES[name]
                %s

                def tables():
                    \"""All tables by name.\"""
                    return {name: table(name) for name in FILES}


                if __name__ == "__main__":
                    for name, content in tables().items():
                        print(f"{name}: {len(content)} rows")
                """.formatted(
                        contents.request().identifier(), reading.gives, reading.needs, files, indented(reading.body));
    }

    private static String indented(String body) {
        return body.lines()
                .map(line -> line.isEmpty() ? "\n" : "    " + line + "\n")
                .collect(Collectors.joining());
    }

    private static String stem(String file) {
        return file.substring(0, file.indexOf('.'));
    }

    /** How a format is read in Python. */
    private enum Reading {
        PANDAS("pandas.DataFrame", "pandas", """
                import pandas

                return pandas.read_csv(path, sep="\\t" if path.suffix == ".tsv" else ",", comment="#")
                """),
        JSON("list of dict", "nothing but Python", """
                import json

                with open(path, encoding="utf-8") as file:
                    content = json.load(file)
                names = [column["name"] for column in content["columns"]]
                return [dict(zip(names, row)) for row in content["rows"]]
                """),
        ARROW("pyarrow.Table", "pyarrow", """
                import pyarrow.parquet

                return pyarrow.parquet.read_table(path)
                """),
        ASTROPY("astropy.table.Table", "astropy", """
                from astropy.table import Table

                return Table.read(path)
                """),
        HDF5("astropy.table.Table", "h5py, astropy", """
                import h5py
                from astropy.table import Table

                with h5py.File(path) as file:
                    content = next(iter(file.values()))
                    if isinstance(content, h5py.Dataset):
                        return Table(content[()])
                    return Table({name: column[()] for name, column in content.items() if isinstance(column, h5py.Dataset)})
                """),
        UPROOT("awkward.Array", "uproot", """
                import uproot

                with uproot.open(path) as file:
                    return next(content for content in file.values() if hasattr(content, "arrays")).arrays()
                """);

        private final String gives;
        private final String needs;
        private final String body;

        Reading(String gives, String needs, String body) {
            this.gives = gives;
            this.needs = needs;
            this.body = body;
        }

        static Reading of(String format) {
            return switch (format) {
                case "csv", "tsv" -> PANDAS;
                case "json" -> JSON;
                case "parquet" -> ARROW;
                case "hdf5" -> HDF5;
                case "root", "rntuple" -> UPROOT;
                default -> ASTROPY;
            };
        }
    }
}
