package org.heralddata.store.home;

import java.io.IOException;
import java.nio.file.Path;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;

/** Opens the home given, publishes if told to, and holds it until it is killed or its input ends. */
final class HomeHolder {

    private HomeHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (Home home = Home.open(Path.of(arguments[0]))) {
            home.catalogue().collections();
            if (arguments.length > 1) {
                Samples.publish(home, arguments[1], 100);
            }
            System.out.println("open");
            while (System.in.read() >= 0) {}
        } catch (Refusal refusal) {
            System.out.println(DiagnosticText.render(refusal.diagnostics()));
        }
        System.out.println("closed");
    }
}
