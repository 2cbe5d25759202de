package org.heralddata.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs make of the files that are written. */
class TextOracleTest {

    @TempDir
    private Path folder;

    @Test
    void pandasAndAstropyReadCsv() throws IOException {
        Path file = write(new CsvWriter());
        String told = Oracle.python("pandas", "astropy.table").run("""
                import sys, pandas, astropy.table
                frame = pandas.read_csv(sys.argv[1], comment='#', float_precision='round_trip')
                print(list(frame.columns), frame['i'].tolist(), [x.hex() for x in frame['d'].tolist()], frame['s'].tolist())
                print(pandas.to_datetime(frame['t'], format='ISO8601')[0].value)
                table = astropy.table.Table.read(sys.argv[1], format='ascii.csv', comment='#')
                print(table.colnames, table['i'].tolist(), [x.hex() for x in table['d'].tolist()], table['s'].tolist())
                """, file);
        String values = "['i', 'd', 's', 't'] [9007199254740993, -1] ['0x1.999999999999ap-4', 'nan'] "
                + "['a, \"b\" # γ', 'plain']";
        assertThat(told).isEqualTo(values + "\n1700000000123456789\n" + values);
    }

    @Test
    void pythonReadsJson() throws IOException {
        String told = Oracle.python().run("""
                import sys, json
                table = json.load(open(sys.argv[1], encoding='utf-8'))
                print([c['name'] for c in table['columns']], table['columns'][1]['unit'], table['metadata']['title'], table['rows'])
                """, write(new JsonWriter()));
        assertThat(told)
                .isEqualTo("['i', 'd', 's', 't'] GeV line 1\nline 2 [[9007199254740993, 0.1, 'a, \"b\" # γ', "
                        + "'2023-11-14T22:13:20.123456789Z'], [-1, 'NaN', 'plain', '1970-01-01T00:00:00Z']]");
    }

    private Path write(TableWriter writer) throws IOException {
        List<Column> columns = List.of(
                Column.of("i", ColumnType.INT64),
                Column.of("d", ColumnType.FLOAT64).withUnit("GeV"),
                Column.of("s", ColumnType.STRING),
                Column.of("t", ColumnType.TIMESTAMP));
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("title", "line 1\nline 2");
        var header = new TableHeader("t", "", OptionalLong.empty(), columns, metadata);
        var rows = List.of(
                Tables.row(9007199254740993L, 0.1, "a, \"b\" # γ", 1_700_000_000_123_456_789L),
                Tables.row(-1L, Double.NaN, "plain", 0L));
        return Files.write(
                folder.resolve("t." + writer.extension()),
                Tables.write(writer, header, List.of(Tables.batch(columns, rows))));
    }
}
