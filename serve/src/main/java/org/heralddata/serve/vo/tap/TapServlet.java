package org.heralddata.serve.vo.tap;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.client.Presence;
import org.heralddata.serve.viewer.CurrentViewer;
import org.heralddata.serve.vo.dali.Spool;
import org.heralddata.serve.vo.uws.UwsReply;
import org.heralddata.serve.vo.uws.UwsService;

/** The resources of TAP (TAP 1.1, section 2). Speaks HTTP; decides nothing. */
final class TapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient TapWork work;
    private final transient TapFormats formats;
    private final transient TapSettings settings;
    private final transient UwsService jobs;
    private final transient TapDocuments documents;
    private final transient ExamplesPage examples;
    private final transient AnswerCache cache = new AnswerCache();
    private final transient Function<HttpServletRequest, String> base;

    /** @param base address of the service without the last slash */
    TapServlet(
            TapWork work,
            TapFormats formats,
            TapSettings settings,
            UwsService jobs,
            TapDocuments documents,
            ExamplesPage examples,
            Function<HttpServletRequest, String> base) {
        this.work = work;
        this.formats = formats;
        this.settings = settings;
        this.jobs = jobs;
        this.documents = documents;
        this.examples = examples;
        this.base = base;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Server", "Herald");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "Location, X-Herald-Overflow");
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE");
            response.setHeader("Access-Control-Allow-Headers", "*");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        try {
            answer(TapRequest.of(request, base.apply(request)), response);
        } catch (IOException gone) {
            throw gone;
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            if (!Presence.isOver(request)) {
                fail(response, failed);
            }
        }
    }

    private void answer(TapRequest asked, HttpServletResponse response) throws IOException, InterruptedException {
        switch (asked.resource()) {
            case "sync" -> sync(asked, response);
            case "async" -> reply(response, jobs.answer(asked));
            default -> reply(response, documents.answer(asked, examples));
        }
    }

    private void sync(TapRequest asked, HttpServletResponse response) throws IOException, InterruptedException {
        if (asked.tap()
                .one("REQUEST")
                .filter(r -> r.equalsIgnoreCase("getCapabilities"))
                .isPresent()) {
            reply(response, documents.capabilities(asked));
            return;
        }
        TapQuery query = TapQuery.parse(asked.tap(), formats, settings);
        Object tables = documents.tables();
        var known = query.uploads().isEmpty() ? cache.find(query, tables) : Optional.<AnswerCache.Kept>empty();
        if (known.isPresent()) {
            head(query.format(), known.get().cut(), response);
            response.setContentLength(known.get().length());
            known.get().writeTo(response.getOutputStream());
            return;
        }
        work.run(
                query,
                CurrentViewer.get(),
                settings.syncTime(),
                (part, to) -> copy(asked, part, to),
                rows -> send(query, tables, rows, response));
    }

    private String copy(TapRequest asked, String part, Path to) throws IOException {
        var content = asked.part(part).orElseThrow(() -> TapWork.noPart(part));
        try (var in = content.getInputStream()) {
            UploadFetcher.copy(in, to, settings.uploadBytes());
        }
        return TapRequest.ending(content);
    }

    /** A format that can say behind its rows that there are more is streamed; of others all is written before the header is. */
    private void send(TapQuery query, Object tables, AnswerRows rows, HttpServletResponse response) throws IOException {
        if (query.format().tellsOverflow()) {
            head(query.format(), false, response);
            var copy = new AnswerCache.Copy(response.getOutputStream());
            if (rows.writeTo(copy, response::isCommitted)) {
                cache.keep(query, tables, copy, rows.isCut());
            }
            return;
        }
        try (var spool = new Spool(settings.temporary())) {
            var copy = new AnswerCache.Copy(spool);
            rows.writeTo(copy);
            cache.keep(query, tables, copy, rows.isCut());
            head(query.format(), rows.isCut(), response);
            response.setContentLengthLong(spool.length());
            spool.copyTo(response.getOutputStream());
        }
    }

    private static void head(TapFormat format, boolean cut, HttpServletResponse response) {
        response.setContentType(format.mediaType());
        response.setHeader("Cache-Control", "no-cache");
        if (format.mediaType().startsWith("text/html")) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        }
        if (cut && !format.tellsOverflow()) {
            TapJobs.OVERFLOW.forEach(response::setHeader);
        }
    }

    private static void reply(HttpServletResponse response, UwsReply reply) throws IOException {
        switch (reply) {
            case UwsReply.Document(var mediaType, var text) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                response.setContentType(mediaType);
                response.setContentLength(bytes.length);
                response.getOutputStream().write(bytes);
            }
            case UwsReply.SeeOther(var url) -> {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", url);
                response.setContentLength(0);
            }
            case UwsReply.File(var path, var mediaType, var headers) -> {
                response.setContentType(mediaType);
                headers.forEach(response::setHeader);
                response.setContentLengthLong(Files.size(path));
                Files.copy(path, response.getOutputStream());
            }
            case UwsReply.NotFound(var why) -> throw new Refusal(Diagnostic.error(TapCode.NO_ADDRESS, why));
        }
    }

    private static void fail(HttpServletResponse response, RuntimeException failed) throws IOException {
        TapErrors.Told told = TapErrors.told(failed);
        if (response.isCommitted()) {
            throw new IOException("the answer cannot be completed", failed);
        }
        byte[] document = TapErrors.document(told.diagnostics()).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(told.status());
        response.setHeader("Cache-Control", "no-store");
        if (told.status() == 503) {
            response.setHeader("Retry-After", "5");
        }
        response.setContentType(TapErrors.MEDIA_TYPE);
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
