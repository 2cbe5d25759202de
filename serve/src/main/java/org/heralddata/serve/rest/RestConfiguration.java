package org.heralddata.serve.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Pages of other sites may read what is open to everyone. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration implements WebMvcConfigurer {
    private static final String[] SHOWN = {
        "ETag", "Link", "Content-Disposition", "Content-Range", "Accept-Ranges", "X-Herald-Rows", "X-Herald-Release"
    };

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        for (String path : new String[] {"/api/**", "/files/**"}) {
            registry.addMapping(path)
                    .allowedOrigins("*")
                    .allowedMethods("GET", "HEAD", "POST")
                    .allowedHeaders("*")
                    .exposedHeaders(SHOWN)
                    .allowCredentials(false);
        }
    }
}
