package org.heralddata.serve.fair;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.serve.node.Site;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Says in the {@code Link} header of data files and coverage maps which collection they belong to, and on the first page where the catalogue
 * of all collections is.
 *
 * @see <a href="https://signposting.org/FAIR/">FAIR signposting profile</a>, section 2.2
 */
@Configuration(proxyBeanMethods = false)
class CollectionLinks implements WebMvcConfigurer, HandlerInterceptor {
    private static final Pattern FILE = Pattern.compile("/files/([a-z][a-z0-9-]{0,63})/([A-Za-z0-9._-]{1,64})/.+");
    private static final Pattern EXPORT =
            Pattern.compile("/api/v1/collections/([a-z][a-z0-9-]{0,63})/(?:tables/[^/]+/moc|moc)");
    private static final Pattern RELEASE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Site site;

    CollectionLinks(Site site) {
        this.site = site;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/files/**", "/api/v1/collections/**", "/");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getRequestURI();
        Matcher file = FILE.matcher(path);
        Matcher export = EXPORT.matcher(path);
        if (path.equals("/")) {
            response.addHeader(
                    HttpHeaders.LINK,
                    "<%s>; rel=\"describedby\"; type=\"text/turtle\""
                            .formatted(CatalogController.url(site.url(request))));
        } else if (file.matches()) {
            String release = file.group(2);
            collection(request, response, file.group(1), release.equals("original") ? "" : "/releases/" + release);
        } else if (export.matches()) {
            String release = request.getParameter("release");
            boolean named = release != null && RELEASE.matcher(release).matches();
            collection(request, response, export.group(1), named ? "/releases/" + release : "");
        }
        return true;
    }

    private void collection(HttpServletRequest request, HttpServletResponse response, String id, String rest) {
        response.addHeader(
                HttpHeaders.LINK,
                "<%s/collections/%s%s>; rel=\"collection\"; type=\"text/html\"".formatted(site.url(request), id, rest));
    }
}
