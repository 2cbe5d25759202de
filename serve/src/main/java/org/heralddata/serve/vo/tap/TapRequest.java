package org.heralddata.serve.vo.tap;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.heralddata.jobs.JobParameter;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.client.Presence;
import org.heralddata.serve.viewer.CurrentViewer;
import org.heralddata.serve.vo.uws.UwsAsked;

/** A request over HTTP, read to its end. */
final class TapRequest implements UwsAsked {
    private final HttpServletRequest request;
    private final String base;
    private final List<String> path;
    private final List<JobParameter> parameters;
    private final SequencedMap<String, Part> parts;

    private TapRequest(
            HttpServletRequest request,
            String base,
            List<String> path,
            List<JobParameter> parameters,
            SequencedMap<String, Part> parts) {
        this.request = request;
        this.base = base;
        this.path = path;
        this.parameters = parameters;
        this.parts = parts;
    }

    /** @param base address of the service without the last slash */
    static TapRequest of(HttpServletRequest request, String base) throws IOException {
        String info = request.getPathInfo();
        List<String> path = info == null
                ? List.of()
                : Arrays.stream(info.split("/")).filter(p -> !p.isEmpty()).toList();
        SequencedMap<String, Part> parts = parts(request);
        List<JobParameter> parameters = new ArrayList<>();
        for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
            for (String value : entry.getValue()) {
                parameters.add(JobParameter.of(entry.getKey(), value));
            }
        }
        Presence.bodyIsRead(request);
        return new TapRequest(request, base, path, parameters, parts);
    }

    private static SequencedMap<String, Part> parts(HttpServletRequest request) throws IOException {
        SequencedMap<String, Part> files = new LinkedHashMap<>();
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            return files;
        }
        try {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    files.put(part.getName(), part);
                }
            }
        } catch (ServletException | IllegalStateException broken) {
            throw new Refusal(
                    Diagnostic.error(
                                    TapCode.BAD_REQUEST,
                                    "the parts of the request cannot be read: %s".formatted(broken.getMessage()))
                            .helped("send multipart/form-data, not more than the uploadLimit of the capabilities"),
                    broken);
        }
        return files;
    }

    /** Whether it is one of /sync, /async and so on. */
    String resource() {
        return path.isEmpty() ? "" : path.getFirst().toLowerCase(Locale.ROOT);
    }

    String base() {
        return base;
    }

    /** Whether the client shows pages: browsers run no modules in a page that is served as XML. */
    boolean wantsHtml() {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    TapParameters tap() {
        return new TapParameters(withSite());
    }

    @Override
    public Method method() {
        return switch (request.getMethod()) {
            case "POST" -> Method.POST;
            case "DELETE" -> Method.DELETE;
            default -> Method.GET;
        };
    }

    @Override
    public List<String> path() {
        return path.isEmpty() ? path : path.subList(1, path.size());
    }

    @Override
    public String url() {
        return base + "/async";
    }

    @Override
    public Optional<String> owner() {
        return Optional.ofNullable(CurrentViewer.get().account());
    }

    @Override
    public boolean operator() {
        return CurrentViewer.get().operator();
    }

    @Override
    public String origin() {
        return request.getRemoteAddr();
    }

    @Override
    public List<JobParameter> parameters() {
        return path().isEmpty() ? withSite() : parameters;
    }

    /** A job, too, knows under which name of the server it was asked for. */
    private List<JobParameter> withSite() {
        var all = new ArrayList<>(parameters);
        all.removeIf(p -> p.name().equalsIgnoreCase(TapQuery.SITE));
        all.add(JobParameter.of(TapQuery.SITE, base.substring(0, base.length() - TapService.PATH.length())));
        return all;
    }

    @Override
    public SequencedMap<String, InputStream> files() throws IOException {
        SequencedMap<String, InputStream> files = new LinkedHashMap<>();
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            files.put(
                    fileName(part.getKey()) + ending(part.getValue()),
                    part.getValue().getInputStream());
        }
        return files;
    }

    Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    static String ending(Part part) {
        return UploadEnding.of(part.getSubmittedFileName(), part.getContentType());
    }

    /** Under which, with its {@link UploadEnding}, a job keeps a part; two that differ in other signs than letters and digits alone would meet. */
    static String fileName(String part) {
        String safe = part.replaceAll("[^A-Za-z0-9_-]", "_");
        return "part_" + (safe.length() > 60 ? safe.substring(0, 60) : safe) + "_"
                + Integer.toHexString(part.hashCode());
    }
}
