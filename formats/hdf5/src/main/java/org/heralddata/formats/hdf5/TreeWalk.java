package org.heralddata.formats.hdf5;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.FormatException;
import org.heralddata.formats.hdf5.file.Group;
import org.heralddata.formats.hdf5.file.HdfFile;
import org.heralddata.formats.hdf5.file.Link;
import org.heralddata.model.diagnostic.Diagnostic;

/**
 * Visits every group and dataset once, at the first path that leads to it. A child that cannot be read becomes a notice
 * and leaves its brothers alone; bytes that are missing or broken refuse the file.
 */
final class TreeWalk {
    private static final int DEEPEST = 64;

    private final HdfFile file;
    private final Border border;
    private final List<Diagnostic> notices;
    private final Set<Long> visited = new HashSet<>();

    TreeWalk(HdfFile file, Border border, List<Diagnostic> notices) {
        this.file = file;
        this.border = border;
        this.notices = notices;
    }

    Branch walk() {
        visited.add(file.rootAddress());
        file.heap().name(file.rootAddress(), "/");
        return branch(file.root(), 0);
    }

    private Branch branch(Group group, int depth) {
        if (depth > DEEPEST) {
            throw FormatException.unsupported("groups nested more than %d deep".formatted(DEEPEST));
        }
        List<Dataset> datasets = new ArrayList<>();
        List<Branch> branches = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Link link : group.links()) {
            String path = (group.path().equals("/") ? "" : group.path()) + "/" + link.name();
            if (link.name().isEmpty() || !names.add(link.name())) {
                notices.add(border.leftOut(path, "its name is empty or given twice"));
                continue;
            }
            switch (link) {
                case Link.Hard(var name, var address) -> {
                    if (visited.add(address)) {
                        file.heap().name(address, path);
                        child(path, address, depth, datasets, branches);
                    }
                }
                case Link.Soft soft -> {
                    // an alias: its target is met at its own path
                }
                case Link.External(var name, var other, var target) ->
                    notices.add(border.leftOut(path, "it is a link into the file `%s`, open that".formatted(other)));
                case Link.Other other ->
                    notices.add(border.leftOut(path, "it is a link that only its writer understands"));
            }
        }
        return new Branch(group, datasets, branches);
    }

    private void child(String path, long address, int depth, List<Dataset> datasets, List<Branch> branches) {
        try {
            switch (file.node(path, address)) {
                case HdfFile.Node.OfDataset(var dataset) -> dataset(dataset, datasets);
                case HdfFile.Node.OfGroup(var group) -> {
                    if (!isIndex(group)) {
                        branches.add(branch(group, depth + 1));
                    }
                }
                case HdfFile.Node.OfType type -> {
                    // a datatype by name: nothing to read
                }
            }
        } catch (FormatException e) {
            if (e.kind() != FormatException.Kind.UNSUPPORTED) {
                throw e.within(path);
            }
            notices.add(border.leftOut(path, "it holds what Herald does not read, " + e.reason()));
        }
    }

    private void dataset(Dataset dataset, List<Dataset> datasets) {
        if (dataset.space().empty()) {
            notices.add(border.leftOut(dataset.path(), "it holds no elements"));
            return;
        }
        dataset.unreadable()
                .ifPresentOrElse(why -> notices.add(border.leftOut(dataset.path(), why)), () -> datasets.add(dataset));
    }

    /** The search indexes that PyTables keeps beside its tables. */
    private static boolean isIndex(Group group) {
        return group.name().startsWith("_i_") && group.attribute("CLASS").isPresent();
    }
}
