package io.encours.worklist.web;

import io.encours.company.Company;
import io.encours.correspondence.Channel;
import io.encours.platform.Problem;
import io.encours.platform.web.Page;
import io.encours.worklist.automatic.Recap;
import io.encours.worklist.automatic.Recap.Stand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/// The recap in words, for templates.
public record RecapWords() {

    /// One sentence about the day.
    public static String state(Recap recap, Page page, Company company) {
        var parts = new ArrayList<String>();
        parts.add(page.date(recap.day()));
        say(parts, "toConfirm", recap.count(Stand.TO_CONFIRM), page);
        var leaving = recap.count(Stand.LEAVING);
        if (leaving > 0) {
            parts.add(page.t("worklist.recap.state.leaving", leaving, first(recap, page, company)));
        }
        say(parts, "toPrint", recap.count(Stand.TO_PRINT), page);
        say(parts, "gone", recap.count(Stand.GONE), page);
        say(parts, "kept", recap.stoppedItems(), page);
        return String.join(" · ", parts);
    }

    private static void say(ArrayList<String> parts, String what, int count, Page page) {
        if (count > 0) {
            parts.add(page.t("worklist.recap.state." + what, count));
        }
    }

    /// When the first of them goes.
    private static String first(Recap recap, Page page, Company company) {
        return recap.groups().stream()
                .flatMap(group -> group.lines().stream())
                .filter(line -> line.stand() == Stand.LEAVING)
                .map(Recap.Line::goesAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(moment -> time(moment, page, company))
                .orElse("");
    }

    public static String tone(Stand stand) {
        return switch (stand) {
            case TO_CONFIRM -> "todo";
            case GONE -> "good";
            case TROUBLE -> "bad";
            case WITHDRAWN -> "warn";
            case LEAVING, TO_PRINT, STOPPED -> "";
        };
    }

    /// In the zone of the company that sends.
    public static String time(Instant moment, Page page, Company company) {
        return page.formats().time(moment, company.zone());
    }

    /// A group as it is sent back: `EMAIL:EUR:CODE`.
    public static String group(Recap.Key group) {
        return group.channel().name() + ":" + group.currency() + ":" + group.code();
    }

    /// @throws Problem not found when it is none
    static Recap.Key group(String text) {
        var parts = text.split(":", 3);
        return Arrays.stream(Channel.values())
                .filter(channel -> parts.length == 3 && channel.name().equals(parts[0]))
                .findFirst()
                .map(channel -> new Recap.Key(parts[2], channel, parts[1]))
                .orElseThrow(() -> Problem.notFound("worklist.problem.unknown"));
    }

    public static String address(Recap.Line line) {
        return line.what().address();
    }

    public static String value(Recap.Line line) {
        return line.what().reference();
    }

    public static boolean isMessage(Recap.Line line) {
        return line.recipient().length() > 0;
    }

    public static String customerPath(String company, String customer) {
        return Lines.path(company, customer);
    }
}
