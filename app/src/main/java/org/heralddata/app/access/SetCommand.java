package org.heralddata.app.access;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.model.access.Group;
import org.heralddata.model.catalogue.Access;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code herald access set}. */
@Command(
        name = "set",
        description = "Give the data of a collection or a release to a group alone, for ever or until a day.",
        mixinStandardHelpOptions = true)
final class SetCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private SubjectParameter subject = new SubjectParameter();

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            required = true,
            converter = GroupConverter.class,
            description =
                    "path of the group, such as kascade or kascade/analysis; members of groups within it are of it")
    private @Nullable Group group;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "day (UTC) from which everyone may have them, such as 2028-01-31")
    private @Nullable LocalDate until;

    SetCommand(Console console) {
        this.console = console;
    }

    /** Tells a path that is none before anything is done. */
    static final class GroupConverter implements ITypeConverter<Group> {
        @Override
        public Group convert(String value) {
            if (!Group.isPath(value)) {
                throw new TypeConversionException(
                        "`%s` is not the path of a group, such as kascade/analysis".formatted(value));
            }
            return new Group(value);
        }
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            Subject wanted = subject.find(opened);
            var rule = new Access.Restricted(String.valueOf(group), until);
            opened.access().restrict(wanted.collection(), wanted.release(), rule);
            console.out().printf("%s: for %s%n", wanted, rule.forWhom().replace("`", ""));
        }
        return ExitStatus.DONE.code();
    }
}
