package org.heralddata.serve.who;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Has every request know who sent it. */
@Configuration(proxyBeanMethods = false)
class ViewerConfiguration {
    /** Behind the gate. */
    private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 500;

    @Bean
    FilterRegistrationBean<ViewerFilter> viewerFilter(Viewers viewers) {
        var registration = new FilterRegistrationBean<>(new ViewerFilter(viewers));
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setAsyncSupported(true);
        registration.setOrder(ORDER);
        return registration;
    }
}
