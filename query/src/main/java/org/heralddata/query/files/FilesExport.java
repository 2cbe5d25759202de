package org.heralddata.query.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileField;
import org.heralddata.query.Export;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Files that are written, a row each, as they come. */
final class FilesExport implements Export {
    private static final int ROWS = 1_000;

    private final TableWriter writer;
    private final TableHeader header;
    private final String name;
    private final List<FileField> fields;
    private final FileStream files;

    FilesExport(TableWriter writer, TableHeader header, String name, List<FileField> fields, FileStream files) {
        this.writer = writer;
        this.header = header;
        this.name = name;
        this.fields = fields;
        this.files = files;
    }

    @Override
    public String mediaType() {
        return writer.mediaType();
    }

    @Override
    public String fileName() {
        return name + "." + writer.extension();
    }

    @Override
    public TableHeader header() {
        return header;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (TableSink sink = writer.open(out, header)) {
            List<CataloguedFile> rows = new ArrayList<>();
            for (CataloguedFile file = files.next(); file != null; file = files.next()) {
                rows.add(file);
                if (rows.size() == ROWS) {
                    sink.write(FileCells.batch(rows, fields));
                    rows.clear();
                }
            }
            if (!rows.isEmpty()) {
                sink.write(FileCells.batch(rows, fields));
            }
            sink.finish();
        }
    }

    @Override
    public void close() {
        files.close();
    }
}
