package org.heralddata.store.release;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedTable;
import tools.jackson.databind.json.JsonMapper;

/** How records of {@code model.catalogue} become JSON: component by component. */
public final class RecordJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(v -> v.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            // lists that older releases do not have are empty
            .withConfigOverride(List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addMixIn(Access.class, AccessJson.class)
            .addMixIn(PublishedTable.class, PublishedTableJson.class)
            .addMixIn(CollectionId.class, CollectionIdJson.class)
            .build();

    private RecordJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Access.Open.class, name = "open"),
        @JsonSubTypes.Type(value = Access.Restricted.class, name = "restricted")
    })
    private interface AccessJson {}

    /** What somebody is not given is not of the release. */
    @JsonIgnoreProperties("withheld")
    private interface PublishedTableJson {}

    private abstract static class CollectionIdJson {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CollectionIdJson(@SuppressWarnings("unused") String value) {} // stands for the record's constructor

        @JsonValue
        abstract String value();
    }
}
