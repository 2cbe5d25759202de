package org.heralddata.serve.vo.datalink;

import org.jspecify.annotations.Nullable;

/**
 * A row of an answer (DataLink 1.1, section 3.2).
 *
 * @param id          as asked
 * @param url         null for a service and for an error
 * @param service     id of its description; null for a plain link
 * @param error       null unless it is one
 * @param semantics   a term of the vocabulary datalink/core, with {@code #}
 * @param contentType null if not known
 * @param length      bytes; null if not known
 * @param qualifier   what kind of data, a term of ObsCore or of the draft for high energies; null if not told
 */
record Link(
        String id,
        @Nullable String url,
        @Nullable String service,
        @Nullable String error,
        String description,
        String semantics,
        @Nullable String contentType,
        @Nullable Long length,
        @Nullable String qualifier) {

    static Link to(
            String id,
            String url,
            String semantics,
            @Nullable String contentType,
            @Nullable Long length,
            String description) {
        return new Link(id, url, null, null, description, semantics, contentType, length, null);
    }

    static Link service(String id, String service, String semantics, @Nullable String contentType, String description) {
        return new Link(id, null, service, null, description, semantics, contentType, null, null);
    }

    /** @param fault one of the words of section 3.4 */
    static Link error(String id, String fault, String why) {
        return new Link(id, null, null, fault + ": " + why, "", "#this", null, null, null);
    }

    Link of(String kind) {
        return new Link(id, url, service, error, description, semantics, contentType, length, kind);
    }
}
