package org.heralddata.query.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.query.Estimate;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.heralddata.query.RowStream;
import org.heralddata.query.Writers;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteOption;

/** Files of rows: in which formats, how large, how soon. Safe for many threads. */
final class Exports {
    private final Formats formats;
    private final Writers writers;
    private final Rates rates = new Rates();

    Exports(Formats formats) {
        this.formats = formats;
        writers = new Writers(formats);
    }

    List<String> formats() {
        return writers.names();
    }

    List<WriteOption> options(String format) {
        return writers.options(format);
    }

    TableWriter writer(ExportForm form) {
        return writers.of(form);
    }

    /** By format. */
    SequencedMap<String, Estimate.Size> sizes(TableHeader header, long rows) {
        SequencedMap<String, Estimate.Size> sizes = new LinkedHashMap<>();
        for (TableWriter writer : formats.writers()) {
            String format = writer.format().value();
            double bytes = rows * writer.bytesPerRow(header);
            sizes.put(format, new Estimate.Size(Math.round(bytes), rates.seconds(format, bytes)));
        }
        return sizes;
    }

    /** @param name of the file, without its ending */
    Export of(ExportForm form, TableWriter writer, TableHeader header, String name, RowStream rows) {
        return new RowsExport(writer, header, name, rows, measuring(form));
    }

    /** What is chosen changes how fast a format is; told are the speeds of the usual choices. */
    private RowsExport.Measuring measuring(ExportForm form) {
        return form.choices().isEmpty() ? rates::measured : (format, bytes, seconds) -> {};
    }
}
