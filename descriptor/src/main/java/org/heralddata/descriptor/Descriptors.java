package org.heralddata.descriptor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;

/** Descriptors as files. */
public final class Descriptors {

    /** What a descriptor's file is called in its folder. */
    public static final String FILE_NAME = "collection.yaml";

    private static final long MAX_BYTES = 4L * YamlText.MAX_LENGTH;

    private Descriptors() {}

    /** The descriptor of a folder, or the file itself. */
    public static Path file(Path folderOrFile) {
        return Files.isDirectory(folderOrFile) ? folderOrFile.resolve(FILE_NAME) : folderOrFile;
    }

    /**
     * Reads a descriptor that must be right.
     *
     * @param folderOrFile a descriptor, or the folder of a {@value #FILE_NAME}
     * @throws Refusal with everything that is wrong
     */
    public static CollectionDescriptor load(Path folderOrFile) {
        return read(folderOrFile, Set.of()).orRefuse();
    }

    /**
     * Reads a descriptor to tell what is wrong with it.
     *
     * @param formats names that {@code source.format} can have; empty to allow any
     * @throws Refusal if the file cannot be read at all
     */
    public static ParsedDescriptor read(Path folderOrFile, Set<String> formats) {
        Path file = file(folderOrFile);
        try {
            if (!Files.isRegularFile(file)) {
                boolean folder = Files.isDirectory(folderOrFile);
                throw unreadable(file, folder ? "the folder holds no " + FILE_NAME : "there is no such file");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw unreadable(file, "the file is too large for a descriptor");
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return DescriptorParser.parse(
                    file.toString(), text.startsWith("\ufeff") ? text.substring(1) : text, formats);
        } catch (CharacterCodingException wrong) {
            throw unreadable(file, "the file is not UTF-8 text");
        } catch (IOException broken) {
            throw unreadable(file, "the file cannot be read: " + broken.getMessage());
        }
    }

    private static Refusal unreadable(Path file, String reason) {
        var place = new Location.InFile(file.toString(), null, -1);
        return new Refusal(Diagnostic.error(DescriptorCode.UNREADABLE, reason, place));
    }
}
