package org.heralddata.adql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.Limits;
import org.heralddata.adql.resolve.Resolver;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.tree.QueryTree;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The IVOA's own queries (github.com/ivoa/lyonetia): valid ones are read, invalid ones refused in words. */
class QuerySetTest {

    @Test
    void readsTheValidOnesAndRefusesTheOthers() throws Exception {
        var wrong = new ArrayList<String>();
        int valid = 0;
        int invalid = 0;
        for (Path file : files()) {
            NodeList queries = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getElementsByTagName("adql");
            for (int i = 0; i < queries.getLength(); i++) {
                var query = (Element) queries.item(i);
                boolean good = query.getAttribute("valid").equals("true");
                String told = told(query.getTextContent());
                if (good) {
                    valid++;
                } else {
                    invalid++;
                }
                if (good != told.isEmpty()) {
                    wrong.add("%s: %s: %s"
                            .formatted(
                                    file.getFileName(), query.getTextContent().strip(), told));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(valid).isEqualTo(230);
        assertThat(invalid).isEqualTo(58);
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(
                SharedData.file("vo-protocol/adql-lyonetia/simpleunit.xml").getParent())) {
            return files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
        }
    }

    /** Names without a prefix are ADQL's own (section 4.3.1), so that an unknown one breaks the grammar. */
    private static String told(String query) {
        QueryTree tree;
        try {
            tree = QueryParser.parse(query, Limits.DEFAULT);
        } catch (Refusal refusal) {
            return refusal.diagnostics().getFirst().message();
        }
        try {
            Resolver.resolve(query, tree, new Schema(List.of()));
            return "";
        } catch (Refusal refusal) {
            return refusal.diagnostics().stream()
                    .filter(d -> d.code() == AdqlCode.NO_FUNCTION && d.message().indexOf('_') < 0)
                    .map(Diagnostic::message)
                    .findFirst()
                    .orElse("");
        }
    }
}
