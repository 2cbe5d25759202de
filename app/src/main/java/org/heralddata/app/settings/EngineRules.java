package org.heralddata.app.settings;

import java.util.regex.Pattern;

/**
 * What the settings say of the engine: whether it keeps copies of tables in its own format.
 *
 * @param copies false if there are to be none
 * @param mostGb of all copies together
 * @param freePercent of the disk that copies leave free
 */
public record EngineRules(boolean copies, long mostGb, int freePercent) {
    private static final Pattern COPIES = Pattern.compile("auto|off");

    static EngineRules read(SettingsSection section) {
        String copies = section.text("copies", COPIES, "auto or off").orElse("auto");
        return new EngineRules(copies.equals("auto"), section.number("most_gb", 1, 1_000_000, 200), (int)
                section.number("free_percent", 0, 90, 10));
    }
}
