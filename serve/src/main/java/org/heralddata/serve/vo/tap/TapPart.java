package org.heralddata.serve.vo.tap;

import org.heralddata.jobs.Jobs;
import org.heralddata.serve.ServedPart;
import org.heralddata.serve.node.Site;
import org.heralddata.serve.vo.registry.ServiceSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.support.GenericApplicationContext;

/**
 * TAP as a part of a server, named in its registry.
 *
 * @param jobs that know the service's kind
 */
public record TapPart(TapService tap, Jobs jobs) implements ServedPart {

    @Override
    public void addTo(GenericApplicationContext beans) {
        beans.registerBean(TapService.class, () -> tap);
        beans.registerBean(TapEstimates.class, () -> new TapEstimates(tap, jobs));
        beans.registerBean(
                "tapServlet",
                ServletRegistrationBean.class,
                () -> tap.servlet(
                        jobs,
                        beans.getBean(ExamplesPage.class),
                        request -> beans.getBean(Site.class).url(request)));
        beans.registerBean("tapSource", ServiceSource.class, () -> new TapSource(tap));
    }
}
