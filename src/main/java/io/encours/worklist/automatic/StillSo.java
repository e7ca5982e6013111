package io.encours.worklist.automatic;

import io.encours.company.Companies;
import io.encours.correspondence.Channel;
import io.encours.correspondence.Clearance;
import io.encours.correspondence.contact.ContactMark;
import io.encours.correspondence.contact.ContactMarks;
import io.encours.correspondence.letter.Account;
import io.encours.correspondence.letter.AccountReader;
import io.encours.platform.BusinessDate;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.receivable.Receivables;
import io.encours.worklist.Chasing;
import io.encours.worklist.ChasingSettings;
import io.encours.worklist.automatic.WaitingStore.Subject;
import io.encours.worklist.outgoing.Outgoing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether what Encours itself wrote some time ago is still so: the guards of A8 once more, and that nothing it
/// speaks of has changed. Asked at the confirmation, by every run, and just before a message goes (decision
/// 0026).
@Component
class StillSo implements Clearance {

    /// What all messages of a company and a day are judged by.
    private record Bench(
            LocalDate day,
            Optional<LocalDate> ledgerKnownOn,
            ChasingSettings settings,
            Map<Long, Account> accounts,
            Map<String, List<ContactMark>> marks) {}

    private record Court(long companyId, LocalDate day) {}

    private final WaitingStore store;
    private final PlanLock plan;
    private final AccountReader accounts;
    private final ContactMarks marks;
    private final Receivables receivables;
    private final Chasing chasing;
    private final Companies companies;
    private final BusinessDate businessDate;
    private final SendingHours hours;

    StillSo(
            WaitingStore store,
            PlanLock plan,
            AccountReader accounts,
            ContactMarks marks,
            Receivables receivables,
            Chasing chasing,
            Companies companies,
            BusinessDate businessDate,
            SendingHours hours) {
        this.store = store;
        this.plan = plan;
        this.accounts = accounts;
        this.marks = marks;
        this.receivables = receivables;
        this.chasing = chasing;
        this.companies = companies;
        this.businessDate = businessDate;
        this.hours = hours;
    }

    @Override
    public void hold(Collection<Long> customers) {
        plan.hold(customers.toArray(Long[]::new));
    }

    @Override
    public Map<RowId, Objection> objections(Collection<RowId> messages) {
        return objections(Outgoing.Kind.MESSAGE, messages);
    }

    @Override
    public Map<RowId, Objection> objectionsToPrinting(Collection<RowId> letters) {
        return objections(Outgoing.Kind.LETTER, letters);
    }

    private Map<RowId, Objection> objections(Outgoing.Kind kind, Collection<RowId> messages) {
        var found = new LinkedHashMap<RowId, Objection>();
        guards(kind, messages, LocalDate.MIN)
                .forEach((message, guard) ->
                        found.put(message, new Objection(guard.name(), guard.messageKey(), guard.isUntrue())));
        return found;
    }

    @Override
    public Instant earliest(RowId message, Instant moment) {
        return store.own(message)
                .filter(own -> !own.toConfirm())
                .map(own -> hours.earliest(own.companyId(), moment))
                .orElse(moment);
    }

    /// What speaks against each of these messages or letters; those that are still so are missing.
    ///
    /// @param day judged as on this business day, if it is later than today
    Map<RowId, Guard> guards(Outgoing.Kind kind, Collection<RowId> messages, LocalDate day) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        var subjects = store.subjects(kind, messages).stream()
                .collect(Collectors.groupingBy(Subject::message, LinkedHashMap::new, Collectors.toList()));
        var found = new LinkedHashMap<RowId, Guard>();
        subjects.entrySet().stream()
                .collect(Collectors.groupingBy(entry -> court(entry.getValue().getFirst(), day)))
                .forEach((court, cases) -> {
                    var bench = bench(
                            court,
                            cases.stream()
                                    .map(each -> each.getValue().getFirst())
                                    .toList());
                    cases.forEach(
                            each -> judge(bench, each.getValue()).ifPresent(guard -> found.put(each.getKey(), guard)));
                });
        return found;
    }

    private Court court(Subject subject, LocalDate day) {
        var today = businessDate.today(companies.byId(subject.companyId()).zone());
        return new Court(subject.companyId(), later(later(today, day), subject.day()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Bench bench(Court court, List<Subject> subjects) {
        return new Bench(
                court.day(),
                receivables.knownOn(court.companyId()),
                chasing.of(court.companyId()),
                accounts.read(
                        new Scope(0, Set.of(court.companyId()), Scope.Portfolio.EVERYONE),
                        court.companyId(),
                        subjects.stream()
                                .map(subject -> subject.message().customer())
                                .distinct()
                                .toList(),
                        court.day()),
                marks.ofAll(
                        court.companyId(),
                        subjects.stream()
                                .flatMap(subject -> address(subject).stream())
                                .toList()));
    }

    private static Optional<String> address(Subject subject) {
        var kind = subject.channel() == Channel.SMS ? ContactMark.Kind.PHONE : ContactMark.Kind.EMAIL;
        @Nullable String recipient = subject.recipient();
        return recipient == null ? Optional.empty() : ContactMarks.normal(kind, recipient, "FR");
    }

    private static Optional<Guard> judge(Bench bench, List<Subject> subjects) {
        var first = subjects.getFirst();
        var account = bench.accounts().get(first.message().customer());
        if (account == null || !subjects.stream().allMatch(subject -> stands(subject, bench.day()))) {
            return Optional.of(account == null ? Guard.NOTHING_TO_SAY : Guard.DECIDED_SINCE);
        }
        var open = account.open().stream().collect(Collectors.toMap(Account.OpenItem::id, item -> item));
        var items = subjects.stream()
                .map(subject -> open.get(subject.item()))
                .filter(Objects::nonNull)
                .toList();
        if (items.size() < subjects.size()) {
            return Optional.of(Guard.PAID_SINCE);
        }
        if (first.purpose().chases() && account.isInsolvent()) {
            return Optional.of(Guard.INSOLVENT);
        }
        if (first.purpose().chases() && !items.stream().allMatch(Account.OpenItem::isChased)) {
            return Optional.of(Guard.NOT_CHASED);
        }
        if (!subjects.stream()
                .allMatch(subject -> Objects.requireNonNull(open.get(subject.item()))
                                .remaining()
                                .compareTo(subject.said())
                        == 0)) {
            return Optional.of(Guard.AMOUNT_CHANGED);
        }
        return Guard.of(sending(bench, first, account, items));
    }

    /// The step is done by the message, or while that waits for confirmation still to be done.
    private static boolean stands(Subject subject, LocalDate day) {
        if (subject.isConfirmed()) {
            return subject.done();
        }
        var planned = subject.plannedFor();
        return planned != null && !planned.isAfter(day);
    }

    private static Sending sending(Bench bench, Subject first, Account account, List<Account.OpenItem> items) {
        var reasons = new EnumMap<ContactMark.Reason, Boolean>(ContactMark.Reason.class);
        address(first).map(bench.marks()::get).stream()
                .flatMap(List::stream)
                .forEach(mark -> reasons.put(mark.reason(), true));
        return new Sending(
                bench.day(),
                bench.ledgerKnownOn(),
                bench.settings(),
                true,
                true,
                false,
                false,
                true,
                reasons.keySet(),
                account.overdue(bench.day()),
                account.credits(),
                items.stream().map(Account.OpenItem::remaining).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
