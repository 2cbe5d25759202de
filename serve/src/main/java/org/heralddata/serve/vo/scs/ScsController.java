package org.heralddata.serve.vo.scs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;
import org.heralddata.query.service.Directions;
import org.heralddata.query.sky.ConeSearch;
import org.heralddata.serve.vo.dali.VoFormats;
import org.heralddata.serve.vo.dali.VoParameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Simple Cone Search of each table. */
@Controller
class ScsController {
    static final String PATH = "/scs/{collection}/{table}";

    private final DataService data;
    private final ConeSearch cones;
    private final VoFormats formats;

    ScsController(DataService data, VoFormats formats) {
        this.data = data;
        this.formats = formats;
        cones = new ConeSearch(data);
    }

    @RequestMapping(
            path = PATH,
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST})
    void search(
            @PathVariable("collection") String collection,
            @PathVariable("table") String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        VoParameters asked = VoParameters.of(request);
        ScsQuery query = ScsQuery.parse(asked);
        VoFormats.Answer format = formats.answer(asked);
        var ref = new TableRef(id(collection), name, query.release().orElse(null));
        Release release = data.release(ref);
        PublishedTable table = data.table(new TableRef(ref.collection(), name, release.name()));
        Directions.require(table);
        new ScsAnswer(release, table, query).send(cones, format, response);
    }

    private static CollectionId id(String collection) {
        if (!CollectionId.FORM.matcher(collection).matches()) {
            throw new Refusal(
                    Diagnostic.error(QueryCode.NO_COLLECTION, "there is no collection `%s`".formatted(collection)));
        }
        return new CollectionId(collection);
    }
}
