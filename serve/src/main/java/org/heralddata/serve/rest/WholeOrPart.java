package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A file as the body of an answer, whole or in the parts that {@code Range} asks for. Its tag is the file's own digest.
 *
 * <p>Spring answers {@code Range} but knows no {@code If-Range} (RFC 9110, section 13.1.5): a client that holds the beginning of
 * another file would get the end of this one. It then gets the whole.
 */
final class WholeOrPart {

    private WholeOrPart() {}

    static ResponseEntity<Resource> of(
            Path file, long bytes, String sha256, ResponseEntity.BodyBuilder answer, HttpServletRequest request) {
        String tag = "\"" + sha256 + "\"";
        String held = request.getHeader(HttpHeaders.IF_RANGE);
        Resource resource = new FileSystemResource(file);
        answer.eTag(tag).header(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (held == null || held.strip().equals(tag)) {
            return answer.body(resource);
        }
        return answer.contentLength(bytes).body(new InputStreamResource(resource));
    }
}
