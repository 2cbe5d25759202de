package org.heralddata.serve.portal.adql;

import java.util.List;
import org.heralddata.serve.vo.tap.TapExample;

/**
 * What the page shows before its scripts run.
 *
 * @param query   to begin with; empty for none
 * @param formats of answers, by TAP's short names
 * @param nonce   that lets the page's one script block and the editor's styles pass the content security policy
 * @param json    what the scripts need to know, safe to stand in the page
 */
public record AdqlPage(
        String query, List<TapExample> examples, List<String> formats, long maxRows, String nonce, String json) {

    public AdqlPage {
        examples = List.copyOf(examples);
        formats = List.copyOf(formats);
    }
}
