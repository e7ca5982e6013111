package io.encours.correspondence.outbox;

import io.encours.company.Companies;
import io.encours.correspondence.Templates;
import io.encours.correspondence.outbox.NewMessage.Release;
import io.encours.correspondence.outbox.Outbox.Written;
import io.encours.customer.Customer;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Texts;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where a person writes to one customer by hand: with a template or in own words, seen before it is sent.
@Service
public class WritingDesk {

    private final Composer composer;
    private final Outbox outbox;
    private final Messages messages;
    private final Templates templates;
    private final Companies companies;
    private final BusinessDate dates;
    private final Texts texts;

    WritingDesk(
            Composer composer,
            Outbox outbox,
            Messages messages,
            Templates templates,
            Companies companies,
            BusinessDate dates,
            Texts texts) {
        this.composer = composer;
        this.outbox = outbox;
        this.messages = messages;
        this.templates = templates;
        this.companies = companies;
        this.dates = dates;
        this.texts = texts;
    }

    /// The message as it would go out, kept nowhere.
    ///
    /// @param customer whom the caller has read within the scope
    /// @throws Problem invalid, or refused with the reason when the customer gets none
    public Composed preview(Scope scope, Customer customer, MessageDraft draft) {
        var today = dates.today(companies.byId(customer.companyId()).zone());
        var order = draft.order(customer.id());
        var outcome = draft.isOwnWords()
                ? inOwnWords(scope, customer, draft)
                : composer.compose(
                        scope, customer.companyId(), draft.use(templates, customer), java.util.List.of(order), today);
        if (!outcome.refused().isEmpty()) {
            throw Problem.refused(outcome.refused().getFirst().reason().messageKey());
        }
        return outcome.made().getFirst();
    }

    private Composer.Outcome inOwnWords(Scope scope, Customer customer, MessageDraft draft) {
        draft.checkWords();
        return composer.inOwnWords(
                scope,
                customer.companyId(),
                Composer.ownWords(draft.way()),
                draft.order(customer.id()),
                draft.writtenSubject(),
                draft.writtenText(),
                dates.today(companies.byId(customer.companyId()).zone()));
    }

    /// Writes it; it goes out after the undo window.
    ///
    /// @param customer whom the caller has read within the scope
    /// @throws Problem as `preview`; forbidden for who only reads
    @Transactional
    public Message send(SignedIn author, Scope scope, Customer customer, MessageDraft draft) {
        Messages.refuseReader(author);
        var composed = preview(scope, customer, draft);
        var name =
                texts.text(Locale.forLanguageTag(composed.filled().language()), "correspondence.message.statementFile");
        return switch (outbox.write(composed.message(Release.BY_HAND, author, Map.of(), draft.enclosures(name)))) {
            case Written.Kept kept -> messages.get(scope, kept.id());
            case Written.Duplicate duplicate -> throw Problem.conflict("correspondence.message.problem.duplicate");
        };
    }
}
