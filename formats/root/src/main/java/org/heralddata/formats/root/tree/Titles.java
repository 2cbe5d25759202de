package org.heralddata.formats.root.tree;

/** What the title of a branch says beyond its name and type. */
final class Titles {

    private Titles() {}

    /** Empty where the title is but a list of leaves, such as {@code energy/D}. */
    static String description(Branch branch, Leaf leaf) {
        String title = branch.title().strip();
        String bare = title.contains("/") ? title.substring(0, title.lastIndexOf('/')) : title;
        boolean listed = bare.equals(leaf.title())
                || bare.equals(leaf.name())
                || bare.equals(branch.name())
                || title.startsWith(leaf.name() + "[")
                || title.startsWith(leaf.name() + "/");
        return listed ? "" : title;
    }

    /** Empty where the title is but the name. */
    static String ofElement(Branch branch) {
        String title = branch.title().strip();
        return title.equals(branch.name()) || title.startsWith(branch.name() + "[") ? "" : title;
    }
}
