package org.heralddata.serve.vo.oai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.heralddata.serve.Nodes;
import org.heralddata.testkit.Schemas;
import org.junit.jupiter.api.Test;

/** Lists in parts. */
class ListingTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken([^>]*?)(?:/>|>([^<]*)<)");

    private static Item item(int n) {
        return new Item(
                "ivo://toy.example.org/%03d".formatted(n),
                Instant.parse("2026-11-01T00:00:00Z").plusSeconds(n / 3),
                Set.of("ivo_managed"),
                false,
                Map.of(MetadataPrefix.OAI_DC, xml -> DublinCore.write(xml, "id " + n, "title " + n, Nodes.toy())));
    }

    private static String ask(List<Item> items, Instant now, String... pairs) {
        var given = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.put(pairs[i], List.of(pairs[i + 1]));
        }
        return new OaiProtocol(items, Map.of("ivo_managed", "all"), Nodes.toy(), "http://localhost", 10, now)
                .answer(given);
    }

    private static List<Item> items(int n) {
        return new ArrayList<>(IntStream.range(0, n).mapToObj(ListingTest::item).toList());
    }

    private static String token(String reply) {
        var matcher = TOKEN.matcher(reply);
        return matcher.find() && matcher.group(2) != null ? matcher.group(2) : "";
    }

    private static List<String> identifiers(String reply) {
        return Pattern.compile("toy.example.org/(\\d+)<")
                .matcher(reply)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void partsHoldEverythingOnceInOrder() {
        for (String verb : List.of("ListIdentifiers", "ListRecords")) {
            List<Item> items = items(25);
            var seen = new ArrayList<String>();
            String reply = ask(items, NOW, "verb", verb, "metadataPrefix", "oai_dc", "set", "ivo_managed");
            assertThat(reply)
                    .contains("completeListSize=\"25\" cursor=\"0\"", "expirationDate=\"2026-12-02T00:00:00Z\"");
            while (true) {
                assertThat(Schemas.faults(reply)).isEmpty();
                seen.addAll(identifiers(reply));
                if (token(reply).isEmpty()) {
                    break;
                }
                reply = ask(items, NOW, "verb", verb, "resumptionToken", token(reply));
            }
            assertThat(reply).contains("<resumptionToken completeListSize=\"25\" cursor=\"20\"");
            assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aListInOnePieceHasNoToken() {
        assertThat(ask(items(10), NOW, "verb", "ListRecords", "metadataPrefix", "oai_dc"))
                .doesNotContain("resumptionToken");
    }

    @Test
    void whatChangesMeanwhileComesAtTheEnd() {
        List<Item> items = items(15);
        String first = ask(items, NOW, "verb", "ListIdentifiers", "metadataPrefix", "oai_dc");
        Item changed = items.removeFirst();
        items.add(new Item(changed.identifier(), NOW, changed.sets(), true, changed.records()));
        String rest = ask(items, NOW, "verb", "ListIdentifiers", "resumptionToken", token(first));
        assertThat(identifiers(rest)).containsExactly("010", "011", "012", "013", "014", "000");
        assertThat(rest).contains("status=\"deleted\"");
    }

    @Test
    void refusesTokensThatAreOldForeignOrMadeUp() {
        List<Item> items = items(15);
        String token = token(ask(items, NOW, "verb", "ListIdentifiers", "metadataPrefix", "oai_dc"));
        assertThat(ask(items, NOW.plusSeconds(86_400), "verb", "ListIdentifiers", "resumptionToken", token))
                .contains("badResumptionToken", "expired");
        assertThat(ask(items, NOW, "verb", "ListRecords", "resumptionToken", token))
                .contains("badResumptionToken");
        assertThat(ask(items, NOW, "verb", "ListIdentifiers", "resumptionToken", token.substring(3)))
                .contains("badResumptionToken");
        var forged = new ResumptionToken(
                        "ListIdentifiers",
                        Arrays.asList("marc21", null, null, null),
                        NOW,
                        "ivo://x",
                        1,
                        NOW.plusSeconds(9))
                .write();
        assertThat(ask(items, NOW, "verb", "ListIdentifiers", "resumptionToken", forged))
                .contains("badResumptionToken");
    }
}
