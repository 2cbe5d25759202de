package org.heralddata.app.doi;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.heralddata.app.console.AppCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** A secret, which no message, log or exception shows. */
final class Password {
    static final String VARIABLE = "HERALD_DATACITE_PASSWORD";
    static final String FILE = "datacite.password";

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final String secret;

    private Password(String secret) {
        this.secret = secret;
    }

    /**
     * From the environment, else from a file that its owner alone can read.
     *
     * @throws Refusal if neither is there, or others can read the file
     */
    static Password find(Map<String, String> environment, Path home) throws IOException {
        String told = environment.get(VARIABLE);
        if (told != null && !told.isBlank()) {
            return new Password(told);
        }
        Path file = home.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Diagnostic.error(AppCode.DATACITE_PASSWORD, "there is no password for DataCite")
                    .helped("set %s, or write it to %s with permissions 600".formatted(VARIABLE, file)));
        }
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new Refusal(
                    Diagnostic.error(AppCode.DATACITE_PASSWORD, "others than its owner can read `%s`".formatted(file))
                            .helped("chmod 600 %s, and change the password".formatted(file)));
        }
        String text = Files.readString(file).strip();
        if (text.isEmpty()) {
            throw new Refusal(Diagnostic.error(AppCode.DATACITE_PASSWORD, "`%s` is empty".formatted(file)));
        }
        return new Password(text);
    }

    String secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "***";
    }
}
