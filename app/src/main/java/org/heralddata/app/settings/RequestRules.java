package org.heralddata.app.settings;

import java.time.Duration;
import java.util.List;
import org.heralddata.jobs.request.RequestLimits;
import org.heralddata.jobs.request.RequestLimits.Allowance;

/** Reads what the settings grant to those who order data. */
final class RequestRules {
    static final List<String> KEYS = List.of(
            "package_gigabytes",
            "active",
            "active_per_address",
            "kept",
            "kept_per_address",
            "kept_gigabytes",
            "kept_gigabytes_per_address",
            "daily_gigabytes",
            "daily_gigabytes_per_address",
            "kept_days",
            "max_kept_days",
            "listeners_per_address");
    private static final long GB = 1_000_000_000;
    private static final long MOST_GB = 1_000_000;

    private RequestRules() {}

    static RequestLimits read(SettingsSection section) {
        RequestLimits usual = RequestLimits.usual();
        long maxDays =
                section.number("max_kept_days", 1, 36_500, usual.maxKept().toDays());
        return new RequestLimits(
                section.number("package_gigabytes", 1, MOST_GB, usual.packageBytes() / GB) * GB,
                allowance(section, "", usual.account()),
                allowance(section, "_per_address", usual.address()),
                Duration.ofDays(section.number(
                        "kept_days", 1, maxDays, Math.min(maxDays, usual.kept().toDays()))),
                Duration.ofDays(maxDays),
                (int) section.number("listeners_per_address", 1, 100_000, usual.listeners()));
    }

    private static Allowance allowance(SettingsSection section, String whose, Allowance usual) {
        return new Allowance(
                (int) section.number("active" + whose, 1, 1_000_000, usual.active()),
                (int) section.number("kept" + whose, 1, 1_000_000, usual.kept()),
                section.number("kept_gigabytes" + whose, 1, MOST_GB, usual.keptBytes() / GB) * GB,
                section.number("daily_gigabytes" + whose, 1, MOST_GB, usual.dayBytes() / GB) * GB);
    }
}
