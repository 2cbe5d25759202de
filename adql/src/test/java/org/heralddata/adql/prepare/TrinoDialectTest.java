package org.heralddata.adql.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heralddata.adql.Limits;
import org.heralddata.adql.parse.QueryParser;
import org.heralddata.adql.print.TrinoDialect;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.testkit.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.NodeList;

/** What is printed for Trino is of its grammar, as its own parser has it. */
class TrinoDialectTest {
    private static final Adql ADQL = new Adql(new TrinoDialect());
    private static final SqlParser TRINO = new SqlParser();

    /** Of 230: others are sound by grammar alone, such as joins without a condition, or name what no table after FROM has. */
    private static final int ANSWERABLE = 168;

    static Stream<String> questions() {
        return Questions.all();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isParsed(String query) {
        String sql = Sample.prepare(ADQL, query).sql();
        assertThat(TRINO.createStatement(sql)).isNotNull();
    }

    @Test
    void refusesWhatIsOfAnotherDialect() {
        assertThatThrownBy(() -> TRINO.createStatement("SELECT x // 2, y::DOUBLE FROM t LIMIT 1 OFFSET 2"))
                .isInstanceOf(ParsingException.class);
    }

    @Test
    void parsesTheQueriesOfTheIvoa() throws Exception {
        int parsed = 0;
        var wrong = new ArrayList<String>();
        for (String query : valid()) {
            String sql = sql(query);
            if (sql != null) {
                parsed++;
                try {
                    TRINO.createStatement(sql);
                } catch (ParsingException e) {
                    wrong.add(query + " → " + sql + ": " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(parsed).isGreaterThanOrEqualTo(ANSWERABLE);
    }

    private static @Nullable String sql(String query) {
        for (ValueType type : List.of(ValueType.DOUBLE, ValueType.TEXT, ValueType.POINT, ValueType.POLYGON)) {
            for (boolean everywhere : new boolean[] {false, true}) {
                var schema = GuessedSchema.of(QueryParser.parse(query, Limits.DEFAULT), type, everywhere);
                try {
                    return ADQL.prepare(query, schema, (_, _) -> "lake.events", 10)
                            .sql();
                } catch (Refusal refused) {
                    // not with these columns
                }
            }
        }
        return null;
    }

    private static List<String> valid() throws Exception {
        var queries = new ArrayList<String>();
        Path folder =
                SharedData.file("vo-protocol/adql-lyonetia/simpleunit.xml").getParent();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
                NodeList found = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getElementsByTagName("adql");
                for (int i = 0; i < found.getLength(); i++) {
                    if (found.item(i)
                            .getAttributes()
                            .getNamedItem("valid")
                            .getNodeValue()
                            .equals("true")) {
                        queries.add(found.item(i).getTextContent());
                    }
                }
            }
        }
        return queries;
    }
}
