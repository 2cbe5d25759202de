package org.heralddata.serve.vo.dali;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets pages of other sites, such as Aladin Lite, ask what is open to everyone. */
@Configuration(proxyBeanMethods = false)
class CrossOrigin implements WebMvcConfigurer {

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        for (String path : new String[] {"/scs/**", "/datalink/**", "/soda/**"}) {
            registry.addMapping(path)
                    .allowedOrigins("*")
                    .allowedMethods("GET", "HEAD", "POST")
                    .allowedHeaders("*")
                    .exposedHeaders("X-Herald-Release", "X-Herald-Overflow", "Link")
                    .allowCredentials(false);
        }
    }
}
