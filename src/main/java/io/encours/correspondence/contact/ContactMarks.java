package io.encours.correspondence.contact;

import io.encours.correspondence.contact.ContactMark.Kind;
import io.encours.correspondence.contact.ContactMark.Reason;
import io.encours.customer.Customer;
import io.encours.customer.Customers;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.BusinessDate;
import io.encours.platform.PhoneNumber;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.timeline.EventType;
import io.encours.timeline.NewEvent;
import io.encours.timeline.Timeline;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Marks on telephone numbers and e-mail addresses: setting, lifting, and asking whether one may be used (A8).
@Service
public class ContactMarks {

    private static final String ENCOURS = "Encours";

    private final ContactMarkStore store;
    private final Customers customers;
    private final Timeline timeline;
    private final BusinessDate businessDate;

    ContactMarks(ContactMarkStore store, Customers customers, Timeline timeline, BusinessDate businessDate) {
        this.store = store;
        this.customers = customers;
        this.timeline = timeline;
        this.businessDate = businessDate;
    }

    /// What speaks against writing to an address; empty: nothing.
    ///
    /// @param address as it was typed
    /// @param country of who has it, for telephone numbers
    public List<ContactMark> of(long companyId, Kind kind, String address, String country) {
        return normal(kind, address, country)
                .map(plain -> store.of(companyId, List.of(plain)).getOrDefault(plain, List.of()))
                .orElse(List.of());
    }

    /// The same for many addresses that are already E.164 or in small letters; what has no mark is missing.
    public Map<String, List<ContactMark>> ofAll(long companyId, Collection<String> addresses) {
        return store.of(companyId, addresses);
    }

    /// Of the number and the address of a customer.
    public List<ContactMark> of(Customer customer) {
        var details = customer.details();
        return of(customer.companyId(), details.phone(), details.email(), details.country());
    }

    /// Of a number and an address as they were typed; null: there is none.
    public List<ContactMark> of(long companyId, @Nullable String phone, @Nullable String email, String country) {
        var addresses = Stream.concat(
                        Stream.ofNullable(phone).flatMap(text -> normal(Kind.PHONE, text, country).stream()),
                        Stream.ofNullable(email).flatMap(text -> normal(Kind.EMAIL, text, country).stream()))
                .toList();
        return addresses.isEmpty()
                ? List.of()
                : store.of(companyId, addresses).values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(ContactMark::since))
                        .toList();
    }

    /// Marks an address, in the transaction of the caller if there is one. Marking again keeps the first day.
    ///
    /// @param author null: Encours itself
    @Transactional
    public void mark(
            Collection<Long> companies,
            Kind kind,
            String address,
            Reason reason,
            String detail,
            @Nullable SignedIn author) {
        store.insert(companies, kind, address, reason, detail, author == null ? ENCOURS : author.displayName());
    }

    /// Lifts what an answer takes back, such as a new consent.
    @Transactional
    public void lift(Collection<Long> companies, String address, Reason reason) {
        store.delete(companies, address, reason);
    }

    /// The telephone numbers of these customers are somebody else's; the caller has checked the scope.
    @Transactional
    public void wrongNumbers(SignedIn author, Collection<Long> customerIds) {
        store.phones(customerIds)
                .forEach(phone -> PhoneNumber.of(phone.text(), phone.country())
                        .ifPresent(number -> mark(
                                List.of(phone.companyId()),
                                Kind.PHONE,
                                number.e164(),
                                Reason.WRONG_NUMBER,
                                "",
                                author)));
    }

    /// A person says that an address of a customer may be used again; an event says who.
    ///
    /// @param reason name
    /// @throws Problem not found, also outside of the scope; forbidden for who only reads
    @Transactional
    public void lift(SignedIn user, Scope scope, String company, String code, String address, String reason) {
        var customer = customers.get(scope, company, code);
        if (user.role() == Role.EXECUTIVE || user.role() == Role.GUEST) {
            throw Problem.forbidden("timeline.problem.readOnly");
        }
        var mark = of(customer).stream()
                .filter(each ->
                        each.address().equals(address) && each.reason().name().equals(reason))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("platform.problem.notFound"));
        store.delete(List.of(customer.companyId()), mark.address(), mark.reason());
        timeline.record(new NewEvent(
                customer.companyId(),
                customer.id(),
                businessDate.today(store.zone(customer.companyId())),
                user,
                EventType.CONTACT_RESTORED,
                mark.kind() == Kind.EMAIL ? "EMAIL" : "PHONE",
                "",
                null,
                Map.of("address", address),
                List.of()));
    }

    /// E.164, or small letters; empty when it is no telephone number.
    public static Optional<String> normal(Kind kind, String address, String country) {
        return switch (kind) {
            case PHONE -> PhoneNumber.of(address, country).map(PhoneNumber::e164);
            case EMAIL -> Optional.of(address.strip().toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty());
        };
    }
}
