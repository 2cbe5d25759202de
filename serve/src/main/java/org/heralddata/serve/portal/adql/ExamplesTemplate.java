package org.heralddata.serve.portal.adql;

import java.util.List;
import java.util.Map;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.vo.tap.ExamplesPage;
import org.heralddata.serve.vo.tap.TapExample;
import org.springframework.stereotype.Component;

/** The examples of TAP in the portal's dress. */
@Component
class ExamplesTemplate implements ExamplesPage {
    private final Pages pages;

    ExamplesTemplate(Pages pages) {
        this.pages = pages;
    }

    @Override
    public String render(List<TapExample> examples, String base) {
        return pages.text("examples", Map.of("examples", examples, "base", base));
    }
}
