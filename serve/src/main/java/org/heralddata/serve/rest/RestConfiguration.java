package org.heralddata.serve.rest;

import org.heralddata.model.catalogue.CollectionId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** How the API writes names, and that pages of other sites may read what is open to everyone. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration implements WebMvcConfigurer {
    private static final String[] SHOWN = {
        "ETag", "Link", "Content-Disposition", "Content-Range", "Accept-Ranges", "X-Herald-Rows", "X-Herald-Release"
    };

    /** A collection is named by its id alone. */
    @Bean
    JacksonModule names() {
        return new SimpleModule("herald").addSerializer(CollectionId.class, new ToStringSerializer(CollectionId.class));
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        for (String path : new String[] {"/api/**", "/files/**", "/rpc", "/rpc/**"}) {
            registry.addMapping(path)
                    .allowedOrigins("*")
                    .allowedMethods("GET", "HEAD", "POST")
                    .allowedHeaders("*")
                    .exposedHeaders(SHOWN)
                    .allowCredentials(false);
        }
    }
}
