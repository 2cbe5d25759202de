package org.heralddata.serve.vo.tap;

import java.util.List;

/** Renders the examples for people and programs: XHTML with RDFa Lite (DALI 1.1, section 2.3; TAP 1.1, section 2.1). */
public interface ExamplesPage {

    /** @param base address of the service without the last slash */
    String render(List<TapExample> examples, String base);
}
