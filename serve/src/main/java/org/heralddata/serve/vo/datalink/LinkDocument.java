package org.heralddata.serve.vo.datalink;

import java.util.List;
import org.heralddata.serve.xml.Xml;
import org.jspecify.annotations.Nullable;

/** An answer as VOTable in TABLEDATA (DataLink 1.1, section 3.3). */
final class LinkDocument {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
            <RESOURCE type="results">
            <INFO name="standardID" value="ivo://ivoa.net/std/DataLink#links-1.1"/>
            <INFO name="QUERY_STATUS" value="OK"/>
            <TABLE>
            <FIELD name="ID" datatype="char" arraysize="*" ucd="meta.id;meta.main"/>
            <FIELD name="access_url" datatype="char" arraysize="*" ucd="meta.ref.url"/>
            <FIELD name="service_def" datatype="char" arraysize="*" ucd="meta.ref"/>
            <FIELD name="error_message" datatype="char" arraysize="*" ucd="meta.code.error"/>
            <FIELD name="description" datatype="unicodeChar" arraysize="*" ucd="meta.note"/>
            <FIELD name="semantics" datatype="char" arraysize="*" ucd="meta.code"/>
            <FIELD name="content_type" datatype="char" arraysize="*" ucd="meta.code.mime"/>
            <FIELD name="content_length" datatype="long" unit="byte" ucd="phys.size;meta.file"/>
            <FIELD name="content_qualifier" datatype="char" arraysize="*" ucd="meta.code"/>
            <DATA>
            <TABLEDATA>
            """;

    private LinkDocument() {}

    static String write(List<Link> links, List<ServiceDescriptor> services) {
        var out = new StringBuilder(HEAD);
        for (Link link : links) {
            out.append("<TR>");
            for (String cell : new @Nullable String[] {
                link.id(),
                link.url(),
                link.service(),
                link.error(),
                link.description(),
                link.semantics(),
                link.contentType(),
                link.length() == null ? null : link.length().toString(),
                link.qualifier()
            }) {
                out.append("<TD>").append(cell == null ? "" : Xml.escaped(cell)).append("</TD>");
            }
            out.append("</TR>\n");
        }
        out.append("</TABLEDATA>\n</DATA>\n</TABLE>\n</RESOURCE>\n");
        services.forEach(service -> describe(service, out));
        return out.append("</VOTABLE>\n").toString();
    }

    private static void describe(ServiceDescriptor service, StringBuilder out) {
        out.append("<RESOURCE type=\"meta\" utype=\"adhoc:service\" ID=\"")
                .append(service.id())
                .append("\">\n<DESCRIPTION>")
                .append(Xml.escaped(service.description()))
                .append("</DESCRIPTION>\n");
        param(out, "standardID", "datatype=\"char\" arraysize=\"*\"", service.standardId(), "");
        param(out, "accessURL", "datatype=\"char\" arraysize=\"*\"", service.url(), "");
        out.append("<GROUP name=\"inputParams\">\n");
        for (ServiceDescriptor.Input input : service.inputs()) {
            param(out, input.name(), input.type(), input.value(), input.description());
        }
        out.append("</GROUP>\n</RESOURCE>\n");
    }

    private static void param(StringBuilder out, String name, String type, String value, String description) {
        out.append("<PARAM name=\"")
                .append(name)
                .append("\" ")
                .append(type)
                .append(" value=\"")
                .append(Xml.escaped(value));
        if (description.isEmpty()) {
            out.append("\"/>\n");
        } else {
            out.append("\"><DESCRIPTION>").append(Xml.escaped(description)).append("</DESCRIPTION></PARAM>\n");
        }
    }
}
