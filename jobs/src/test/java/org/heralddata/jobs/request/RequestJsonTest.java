package org.heralddata.jobs.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.ExportForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RequestJsonTest {
    private static final String FROZEN = """
            {"parts":[{"collection":"demo","release":"r1","table":"events","where":"ze < 20.0 deg","columns":["ze","uuid"]}],\
            "format":"fits","options":{},"layout":"wide","delivery":"zip"}""";

    private static DataRequest read(String json) {
        return RequestJson.read(JsonMapper.shared().readTree(json));
    }

    private static FrozenRequest frozen(String json) {
        return RequestJson.frozen(json);
    }

    @Test
    void writesWhatItReads() {
        assertThat(RequestJson.write(frozen(FROZEN))).hasToString(FROZEN);
    }

    @Test
    void takesOnePartBesideTheForm() {
        DataRequest request = read("""
                {"collection": "demo", "table": "events", "where": {"column": "has_x"}, "columns": "ze, uuid", "format": "csv"}""");
        assertThat(request.parts()).singleElement().satisfies(part -> {
            assertThat(part.where()).isEqualTo("{\"column\":\"has_x\"}");
            assertThat(part.columns()).containsExactly("ze", "uuid");
            assertThat(part.release()).isNull();
        });
        assertThat(request.layout()).isEqualTo(Layout.WIDE);
        assertThat(request.delivery()).isEqualTo(Delivery.ZIP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"colection": "demo", "table": "t"}                                  | a request has no `colection`
            {"table": "t"}                                                       | `collection` is missing
            {"collection": "De mo", "table": "t"}                                | no id of a collection
            {"parts": []}                                                        | 1 to 100 selections
            {"parts": [7]}                                                       | `parts[0]` is no JSON object
            {"parts": [{"collection": "demo"}]}                                  | `parts[0].table` is missing
            {"parts": [{"collection": "demo", "table": "t", "format": "csv"}]}   | no `parts[0].format`
            {"collection": "demo", "table": "t", "where": 3}                     | `where` is no text
            {"collection": "demo", "table": "t", "columns": [1]}                 | `columns` is no list of names
            {"collection": "demo", "table": "t", "layout": "long"}               | `layout` is "long"
            {"collection": "demo", "table": "t", "options": []}                  | `options` is no object
            []                                                                   | the request is no JSON object
            """)
    void saysWhichMemberIsWrong(String json, String told) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Refusal.class).hasMessageContaining(told);
    }

    @Test
    void hasOneIdentifierHoweverItIsHandedOver() {
        String zip = frozen(FROZEN).identifier();
        assertThat(zip).startsWith("hr-").hasSize(27);
        assertThat(frozen(FROZEN.replace("\"zip\"", "\"folder\"")).identifier()).isEqualTo(zip);
    }

    @ParameterizedTest
    @CsvSource({
        "r1,r2",
        "events,showers",
        "fits,csv",
        "wide,components",
        "20.0,20.1",
        "'\"ze\",\"uuid\"','\"uuid\",\"ze\"'"
    })
    void hasAnotherIdentifierForOtherData(String old, String other) {
        assertThat(frozen(FROZEN.replace(old, other)).identifier())
                .isNotEqualTo(frozen(FROZEN).identifier());
    }

    @Test
    void isNotFrozenWithoutARelease() {
        assertThatThrownBy(() -> frozen("{\"collection\": \"demo\", \"table\": \"t\", \"columns\": [\"a\"]}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsCommonEventsWithAndWithoutReleases() {
        DataRequest request = RequestJson.read(JsonMapper.shared().readTree("""
                {"events": {"where": "energy > 1 PeV", "collections": ["b", {"collection": "a", "release": "r1"}]}}"""));
        assertThat(request.parts()).isEmpty();
        EventsPart part = request.events().getFirst();
        assertThat(part.where()).isEqualTo("energy > 1 PeV");
        assertThat(part.collections()).containsExactly(new CollectionId("b"), new CollectionId("a"));
        assertThat(part.releases()).containsExactly(Map.entry(new CollectionId("a"), "r1"));
        assertThat(part.isPinned()).isFalse();
    }

    @Test
    void readsBackCommonEventsThatItWrote() {
        var a = new CollectionId("a");
        var events = new EventsPart("energy > 1 PeV", List.of(a), Map.of(a, "r1"));
        var frozen = new FrozenRequest(new DataRequest(
                List.of(), List.of(events), new ExportForm("fits", Map.of()), Layout.WIDE, Delivery.ZIP));
        assertThat(RequestJson.frozen(RequestJson.write(frozen).toString())).isEqualTo(frozen);
    }
}
