package io.encours.reporting.subscription;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.encours.company.Companies;
import io.encours.company.Scopes;
import io.encours.identity.Users;
import io.encours.platform.BusinessDate;
import io.encours.platform.EncoursSettings;
import io.encours.platform.Problem;
import io.encours.platform.mail.Mail;
import io.encours.platform.mail.SystemMail;
import io.encours.platform.web.Formats;
import io.encours.platform.web.Texts;
import io.encours.prediction.DelayReference;
import io.encours.reporting.AgedBalance;
import io.encours.reporting.ReportFilter;
import io.encours.reporting.ReportName;
import io.encours.reporting.ReportQuery;
import io.encours.reporting.ReportQuery.How;
import io.encours.reporting.ReportQuery.When;
import io.encours.reporting.export.ReportExports;
import io.encours.reporting.subscription.SubscriptionStore.Due;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends the reports whose time has come: worked out outside of any transaction, in the scope the person has
/// then; the mail and the next time are written together, so that of two nodes one sends.
@Component
class SubscriptionSending {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionSending.class);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int LARGEST_FILE = 15 << 20;

    private final SubscriptionStore store;
    private final Users users;
    private final Scopes scopes;
    private final Companies companies;
    private final ReportExports exports;
    private final SystemMail mail;
    private final Texts texts;
    private final EncoursSettings settings;
    private final BusinessDate businessDate;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SubscriptionSending(
            SubscriptionStore store,
            Users users,
            Scopes scopes,
            Companies companies,
            ReportExports exports,
            SystemMail mail,
            Texts texts,
            EncoursSettings settings,
            BusinessDate businessDate,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.users = users;
        this.scopes = scopes;
        this.companies = companies;
        this.exports = exports;
        this.mail = mail;
        this.texts = texts;
        this.settings = settings;
        this.businessDate = businessDate;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @return how many were looked at
    int sendDue() {
        var looked = 0;
        for (var due = store.due(clock.instant()); due.isPresent(); due = store.due(clock.instant())) {
            looked++;
            send(due.get());
        }
        return looked;
    }

    private void send(Due due) {
        var subscription = due.subscription();
        try {
            send(due.userId(), subscription);
        } catch (Problem problem) {
            put(subscription, problem.code());
        } catch (UncheckedIOException e) {
            put(subscription, "reporting.subscription.problem.large");
        } catch (RuntimeException e) {
            LOG.error("Report {} of subscription {} failed", subscription.report(), subscription.id(), e);
            put(subscription, "reporting.subscription.problem.failed");
        }
    }

    private void send(long userId, Subscription subscription) {
        var user = users.byId(userId).filter(Users.User::active).orElse(null);
        var address = user == null ? null : user.email();
        if (user == null || address == null) {
            put(subscription, "reporting.subscription.problem.noEmail");
            return;
        }
        var signedIn = user.signedIn(Set.of());
        var all = scopes.of(signedIn);
        var code = subscription.narrowed().get("company");
        var company = code == null ? null : companies.get(all, code);
        var zone = company == null ? BusinessDate.DEFAULT_ZONE : company.zone();
        var today = businessDate.today(zone);
        var locale = signedIn.locale();
        var content = new Limited();
        exports.write(
                company == null ? all : all.in(company.id()),
                subscription.report(),
                query(subscription, today),
                subscription.format(),
                locale,
                () -> content);
        var title = texts.text(locale, subscription.report().messageKey());
        var whose = company == null ? texts.text(locale, "reporting.subscription.allCompanies") : company.name();
        var day = new Formats(locale).date(today);
        var file = new Mail.File(
                "%s-%s.%s"
                        .formatted(
                                subscription.report().path(),
                                today,
                                subscription.format().extension()),
                subscription.format().mediaType(),
                content.toByteArray());
        transaction.executeWithoutResult(status -> {
            if (store.done(subscription, next(subscription, zone), clock.instant(), null)) {
                mail.write(
                        address,
                        user.language(),
                        texts.text(locale, "reporting.subscription.mail.subject", title, whose, day),
                        texts.text(
                                locale,
                                "reporting.subscription.mail.text",
                                user.name(),
                                title,
                                whose,
                                day,
                                settings.address() + subscription.address(),
                                settings.address() + "/profile/reports"),
                        null,
                        List.of(file));
            }
        });
    }

    private void put(Subscription subscription, String problem) {
        transaction.executeWithoutResult(
                status -> store.done(subscription, next(subscription, BusinessDate.DEFAULT_ZONE), null, problem));
    }

    private java.time.Instant next(Subscription subscription, ZoneId zone) {
        return subscription.rhythm().after(clock.instant(), zone);
    }

    /// The time of the report: today, or the week or month before where it is about a span.
    static ReportQuery query(Subscription subscription, LocalDate today) {
        var narrowed = subscription.narrowed();
        var monthly = subscription.rhythm() == Rhythm.MONTHLY;
        var month = monthly ? YearMonth.from(today).minusMonths(1) : YearMonth.from(today);
        var span = switch (subscription.report()) {
            case UNALLOCATED_PAYMENTS, ACTIVITY, PROMISES, AGED_BALANCE_HISTORY -> true;
            default -> false;
        };
        var ofMonth = subscription.report() == ReportName.COLLECTION_EFFECTIVENESS
                || subscription.report() == ReportName.PAYMENT_DAYS;
        return ReportQuery.of(ReportFilter.of(narrowed::get))
                .at(new When(
                        null,
                        ofMonth ? month : null,
                        span ? (monthly ? month.atDay(1) : today.minusDays(7)) : null,
                        span ? (monthly ? month.atEndOfMonth() : today.minusDays(1)) : null))
                .in(new How(
                        choice(narrowed, "by", AgedBalance.By.class),
                        null,
                        null,
                        null,
                        choice(narrowed, "reference", DelayReference.class),
                        null,
                        null));
    }

    private static <E extends Enum<E>> @Nullable E choice(Map<String, String> narrowed, String field, Class<E> type) {
        var text = narrowed.get(field);
        try {
            return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Mailboxes refuse what is larger.
    private static final class Limited extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (kept.size() + length > LARGEST_FILE) {
                throw new IOException("The file is too large for a mail");
            }
            kept.write(bytes, from, length);
        }

        byte[] toByteArray() {
            return kept.toByteArray();
        }
    }

    /// Looks every few minutes.
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> reportSubscriptionTask(SubscriptionSending sending) {
            return Tasks.recurring("report-subscriptions", Schedules.fixedDelay(EVERY))
                    .execute((instance, context) -> sending.sendDue());
        }
    }
}
