package org.heralddata.serve.vo.tap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.adql.schema.Names;
import org.heralddata.query.adql.DescribedTable;
import org.heralddata.query.adql.DescribedTable.DescribedColumn;
import org.heralddata.query.adql.VoType;
import org.heralddata.serve.xml.Xml;

/** The tables as VOSI tells them (VOSI 1.1, section 5; VODataService 1.1, section 3.3). */
final class VosiXml {
    private static final String[] ROOT = {
        "xmlns:vosi", "http://www.ivoa.net/xml/VOSITables/v1.0",
        "xmlns:vs", "http://www.ivoa.net/xml/VODataService/v1.1",
        "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"
    };

    private VosiXml() {}

    /** @param columns whether they are told as well */
    static String tables(List<DescribedTable> tables, List<ForeignKey> keys, boolean columns) {
        Map<String, List<DescribedTable>> schemas = new LinkedHashMap<>();
        for (DescribedTable table : tables) {
            schemas.computeIfAbsent(table.table().schema(), _ -> new ArrayList<>())
                    .add(table);
        }
        return Xml.document(xml -> xml.element(
                "vosi:tableset",
                set -> schemas.forEach((name, of) -> set.element("schema", schema -> {
                    schema.text("name", Names.written(name));
                    schema.text("description", of.getFirst().schemaDescription());
                    of.forEach(
                            table -> schema.element("table", one -> table(one, table, keys, columns), "type", "table"));
                })),
                ROOT));
    }

    static String table(DescribedTable table, List<ForeignKey> keys) {
        return Xml.document(xml -> xml.element("vosi:table", one -> table(one, table, keys, true), ROOT));
    }

    private static void table(Xml xml, DescribedTable table, List<ForeignKey> keys, boolean columns) {
        xml.text("name", table.table().qualifiedName());
        xml.text("description", table.description());
        xml.text("utype", table.utype());
        if (columns) {
            table.columns()
                    .forEach(column -> xml.element(
                            "column", one -> column(one, column), "std", column.standard() ? "true" : "false"));
            keys.stream()
                    .filter(key -> key.from().equalsIgnoreCase(table.table().qualifiedName()))
                    .forEach(key -> xml.element("foreignKey", one -> key(one, key)));
        }
    }

    private static void key(Xml xml, ForeignKey key) {
        xml.text("targetTable", key.target());
        key.pairs()
                .forEach(pair -> xml.element("fkColumn", one -> {
                    one.text("fromColumn", pair.get(0));
                    one.text("targetColumn", pair.get(1));
                }));
        xml.text("description", key.description());
    }

    private static void column(Xml xml, DescribedColumn described) {
        var column = described.column();
        VoType type = VoType.of(column, described.xtype());
        xml.text("name", Names.written(column.name()));
        xml.text("description", column.description());
        xml.text("unit", column.unit());
        xml.text("ucd", column.ucd());
        xml.text("utype", described.utype());
        xml.text(
                "dataType",
                type.datatype(),
                "xsi:type",
                "vs:VOTableType",
                "arraysize",
                type.arraysize(),
                "extendedType",
                type.xtype());
        if (described.indexed()) {
            xml.text("flag", "indexed");
        }
        if (described.principal()) {
            xml.text("flag", "principal");
        }
    }
}
