package org.heralddata.descriptor;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/** What {@link DescriptorParser} made of a text. Immutable. */
public final class ParsedDescriptor {
    private final @Nullable CollectionDescriptor descriptor;
    private final List<Diagnostic> diagnostics;

    ParsedDescriptor(@Nullable CollectionDescriptor descriptor, List<Diagnostic> diagnostics) {
        this.descriptor = descriptor;
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Empty if there is an error among the diagnostics. */
    public Optional<CollectionDescriptor> descriptor() {
        return Optional.ofNullable(descriptor);
    }

    /** Errors and warnings in the order of the text; may be empty. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** @throws Refusal with all errors and warnings if there is an error */
    public CollectionDescriptor orRefuse() {
        if (descriptor == null) {
            throw new Refusal(diagnostics);
        }
        return descriptor;
    }

    /** What should be mended but does no harm; may be empty. */
    public List<Diagnostic> warnings() {
        return diagnostics.stream().filter(d -> d.severity() != Severity.ERROR).toList();
    }
}
