package org.heralddata.descriptor;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.diagnostic.Location;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Where things stand in the text of a descriptor that was read before. */
final class Places {
    private final String file;
    private final Problems lines;
    private final @Nullable MappingNode root;

    /** @param file the name to tell */
    Places(String file, String text) {
        this.file = file;
        this.lines = new Problems(file, text);
        this.root = YamlText.root(text, lines);
    }

    /** Where the key stands that a path of keys leads to; the file as a whole if that cannot be told. */
    Location ofKey(List<String> path) {
        return entry(path).map(entry -> lines.place(entry.getKeyNode())).orElse(whole());
    }

    /** Where its value stands. */
    Location ofValue(List<String> path) {
        return entry(path).map(entry -> lines.place(entry.getValueNode())).orElse(whole());
    }

    private Location whole() {
        return new Location.InFile(file, null, -1);
    }

    private Optional<NodeTuple> entry(List<String> path) {
        @Nullable Node here = root;
        Optional<NodeTuple> found = Optional.empty();
        for (String key : path) {
            if (!(here instanceof MappingNode mapping)) {
                return Optional.empty();
            }
            found = mapping.getValue().stream()
                    .filter(entry -> entry.getKeyNode() instanceof ScalarNode word
                            && word.getValue().equals(key))
                    .findFirst();
            here = found.map(NodeTuple::getValueNode).orElse(null);
        }
        return found;
    }
}
