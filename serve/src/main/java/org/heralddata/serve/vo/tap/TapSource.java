package org.heralddata.serve.vo.tap;

import java.util.List;
import java.util.function.Consumer;
import org.heralddata.serve.vo.registry.ServiceSource;
import org.heralddata.serve.xml.Xml;

/** TAP as registries know it. */
record TapSource(TapService tap) implements ServiceSource {

    @Override
    public String key() {
        return "tap";
    }

    @Override
    public String title() {
        return "TAP service of this Herald node";
    }

    @Override
    public String description() {
        return "Queries in ADQL 2.1 over the events of all collections of this node, at once and as jobs, with uploads";
    }

    @Override
    public String referenceUrl(String site) {
        return site + TapService.PATH + "/examples";
    }

    @Override
    public List<Consumer<Xml>> capabilities(String site) {
        return tap.capabilities(site);
    }
}
