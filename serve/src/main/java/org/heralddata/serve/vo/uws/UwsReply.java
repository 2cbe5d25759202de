package org.heralddata.serve.vo.uws;

import java.nio.file.Path;
import java.util.Map;

/** What a request to a job's resources is answered with. */
public sealed interface UwsReply {

    record Document(String mediaType, String text) implements UwsReply {}

    /** Status 303. */
    record SeeOther(String url) implements UwsReply {}

    record File(Path path, String mediaType, Map<String, String> headers) implements UwsReply {}

    /** Nothing is there (yet). */
    record NotFound(String why) implements UwsReply {}

    static UwsReply plain(String text) {
        return new Document("text/plain;charset=UTF-8", text);
    }

    static UwsReply xml(String text) {
        return new Document("text/xml;charset=UTF-8", text);
    }
}
