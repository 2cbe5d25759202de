package org.heralddata.model.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A group of people by its path: {@code kascade}, and below it {@code kascade/analysis}. Who is in a group is in all above it.
 *
 * @param path names of lower-case letters, digits and hyphens, joined with slashes; at most 200 characters
 */
public record Group(String path) implements Comparable<Group> {
    private static final int MOST = 200;
    private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*");

    /** @throws IllegalArgumentException if the path is none; {@link #isPath} tells before */
    public Group {
        if (!isPath(path)) {
            throw new IllegalArgumentException("not the path of a group: " + path);
        }
    }

    public static boolean isPath(String text) {
        return text.length() <= MOST && PATH.matcher(text).matches();
    }

    /** Whether members of {@code other} are members of this: it is this one or lies below. */
    public boolean contains(Group other) {
        return other.path.equals(path) || other.path.startsWith(path + "/");
    }

    /** This one, the one above it, and so on. */
    public List<Group> andAbove() {
        var all = new ArrayList<Group>();
        String rest = path;
        all.add(this);
        while (rest.lastIndexOf('/') > 0) {
            rest = rest.substring(0, rest.lastIndexOf('/'));
            all.add(new Group(rest));
        }
        return List.copyOf(all);
    }

    @Override
    public int compareTo(Group other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
