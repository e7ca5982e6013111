package io.encours.identity.web;

import io.encours.identity.Audit;
import io.encours.identity.AuditFilter;
import io.encours.identity.AuditKind;
import io.encours.identity.Users;
import io.encours.platform.BusinessDate;
import io.encours.platform.Paging;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *Journal d’audit*: who changed what, and when (Q3).
@Controller
class AuditPage {

    private static final String PATH = "/administration/audit";
    private static final int ROWS = 100;

    private final Audit audit;
    private final Users users;

    AuditPage(Audit audit, Users users) {
        this.audit = audit;
        this.users = users;
    }

    /// @param from first day, in the time zone of the installation
    /// @param to last day
    @GetMapping(PATH)
    String show(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable AuditKind kind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            Page page,
            Model model) {
        var address = new Address(PATH, Map.of())
                .with("who", who)
                .with("kind", kind)
                .with("subject", subject)
                .with("from", from)
                .with("to", to);
        var filter = new AuditFilter(
                blankIsNone(who),
                kind,
                blankIsNone(subject),
                from == null ? null : startOf(from),
                to == null ? null : startOf(to.plusDays(1)));
        var slice = audit.list(filter, new Paging(ROWS, cursor));
        model.addAttribute("page", page);
        model.addAttribute("entries", slice.items());
        model.addAttribute("address", address);
        model.addAttribute(
                "more",
                slice.next() == null
                        ? null
                        : address.with("cursor", slice.next()).toString());
        if (cursor != null) {
            return "identity/_auditRows";
        }
        model.addAttribute("kinds", AuditKind.values());
        model.addAttribute("people", users.all());
        return "identity/audit";
    }

    @GetMapping(PATH + "/verification")
    String verify(Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("verification", audit.verify());
        return "identity/_verification";
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessDate.DEFAULT_ZONE).toInstant();
    }

    private static @Nullable String blankIsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
