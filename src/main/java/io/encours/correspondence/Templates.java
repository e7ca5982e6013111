package io.encours.correspondence;

import io.encours.company.Companies;
import io.encours.company.Company;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Templates: what is written to customers, in each language. A company uses its own words, else those of the
/// installation, else those Encours comes with; and `filled` makes the text for one customer.
@Service
public class Templates {

    /// @param created it had no words of its own before
    /// @param removed from its HTML because messages may not contain it: `<script>`, `onclick`, `style: position`
    public record Put(Template template, boolean created, List<String> removed) {}

    /// When a version was saved, by whom (nobody: Encours itself) and why.
    public record Saved(Instant at, Optional<String> by, String comment) {}

    /// @param definition the template as it was in this version
    public record Version(Template definition, Saved saved) {}

    private final TemplateStore store;
    private final ShippedTemplates shipped;
    private final Companies companies;
    private final Audit audit;

    Templates(TemplateStore store, ShippedTemplates shipped, Companies companies, Audit audit) {
        this.store = store;
        this.shipped = shipped;
        this.companies = companies;
        this.audit = audit;
    }

    /// The text for one customer.
    ///
    /// @throws Problem as `prepared`
    public Filled filled(long companyId, TemplateUse use, MergeData data) {
        return prepared(companyId, use).fill(data);
    }

    /// The template a company takes for a use, ready to be filled for many customers.
    ///
    /// @throws Problem refused when there is none, or the code names none of this channel
    public PreparedTemplate prepared(long companyId, TemplateUse use) {
        return preparedIfThere(companyId, use)
                .orElseThrow(() -> use.code() == null
                        ? Problem.refused(
                                "correspondence.problem.noTemplate",
                                use.channel().name())
                        : Problem.notFound("correspondence.problem.unknown", use.code()));
    }

    /// The same; empty when there is none, or the code names none of this channel.
    public Optional<PreparedTemplate> preparedIfThere(long companyId, TemplateUse use) {
        return TemplateChoice.of(
                        use, usableBy(companyId), companies.byId(companyId).language())
                .map(PreparedTemplate::new);
    }

    /// What a company writes with, by code and language: its own words where it has some.
    ///
    /// @param companyId null: what a company without its own words writes with
    public List<Template> usableBy(@Nullable Long companyId) {
        var usable = new TreeMap<String, Template>();
        shipped.all().forEach(template -> usable.put(key(template), template));
        var written = store.usableBy(companyId).stream()
                .filter(template -> !template.retired())
                .toList();
        written.stream()
                .filter(template -> template.company() == null)
                .forEach(template -> usable.put(key(template), template));
        written.stream()
                .filter(template -> template.company() != null)
                .forEach(template -> usable.put(key(template), template));
        return List.copyOf(usable.values());
    }

    private static String key(Template template) {
        return template.code() + "\n" + template.language();
    }

    /// What the company writes with; words that were retired and have nothing behind them as well.
    ///
    /// @throws Problem not found, also when the company is outside of the scope
    public Template get(Scope scope, TemplateKey key) {
        var company = company(scope, key.company());
        return usableBy(company.map(Company::id).orElse(null)).stream()
                .filter(template -> template.code().equals(key.code())
                        && template.language().equals(key.language()))
                .findFirst()
                .or(() -> own(company, key))
                .orElseThrow(() -> Problem.notFound("correspondence.problem.unknown", key.code()));
    }

    /// What stands behind the words of a company or of the installation, and is used when they are retired.
    public Optional<Template> behind(Template template) {
        return template.company() == null
                ? shipped.find(template.code(), template.language())
                : store.find(template.code(), null, template.language())
                        .filter(common -> !common.retired())
                        .or(() -> shipped.find(template.code(), template.language()));
    }

    /// Words that are no longer used, of the company and of the installation.
    public List<Template> retired(Scope scope, @Nullable String company) {
        return store.usableBy(company(scope, company).map(Company::id).orElse(null)).stream()
                .filter(Template::retired)
                .toList();
    }

    /// All versions of the words with this key, the latest first; none when they are those of Encours.
    ///
    /// @throws Problem as `get`
    public List<Version> versions(Scope scope, TemplateKey key) {
        return own(company(scope, key.company()), key).map(store::versions).orElse(List.of());
    }

    /// @throws Problem not found, also when there never was such a version
    public Version version(Scope scope, TemplateKey key, int number) {
        return versions(scope, key).stream()
                .filter(version -> version.definition().version() == number)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("correspondence.problem.unknownVersion", String.valueOf(number)));
    }

    /// When templates were saved last, by their id; those of Encours never were.
    public Map<Long, Saved> saved(List<Template> templates) {
        return store.latest(templates.stream().map(Template::id).toList());
    }

    public static boolean mayWrite(SignedIn user) {
        return user.administers() || user.role() == Role.CREDIT_MANAGER;
    }

    /// Words for every company are the matter of those who answer for every company.
    public static boolean mayWriteForAll(SignedIn user) {
        return user.administers();
    }

    /// Writes the words of a company, or of all. Putting them again as they are changes nothing, not even the version.
    ///
    /// @param expected version of these words that the author has read; 0: there were none; null: whatever it
    ///     is now
    /// @throws Problem forbidden, outdated when somebody else was quicker, invalid with every wrong field;
    ///     for texts with line and column
    @Transactional
    public Put put(SignedIn user, Scope scope, TemplateDraft draft, @Nullable Integer expected) {
        var key = new TemplateKey(
                DraftReader.code(draft.code()), blankToNull(draft.company()), DraftReader.language(draft.language()));
        var company = writable(user, scope, key);
        store.lock(key.code());
        var before = own(company, key);
        refuseOutdated(before, expected);
        var read = DraftReader.read(
                new TemplateDraft(
                        key.code(),
                        key.company(),
                        key.language(),
                        draft.channel(),
                        draft.purpose(),
                        draft.stage(),
                        draft.level(),
                        draft.label(),
                        draft.subject(),
                        draft.body(),
                        draft.comment()),
                before.or(() -> inForce(company, key)).map(found -> withIdentity(found, before)),
                channelOf(key.code()));
        var wanted = read.template();
        if (before.filter(wanted::equals).isPresent()) {
            return new Put(wanted, false, read.removed());
        }
        var comment = Objects.requireNonNullElse(draft.comment(), "").strip();
        return new Put(write(user, company, before, wanted, comment), before.isEmpty(), read.removed());
    }

    /// Takes the words of a company or of the installation out of use; what stands behind them takes their place.
    ///
    /// @throws Problem forbidden, not found, outdated; refused when nothing stands behind them and a strategy names
    ///     them
    @Transactional
    public void retire(SignedIn user, Scope scope, TemplateKey key, @Nullable Integer expected) {
        var company = writable(user, scope, key);
        store.lock(key.code());
        var before = own(company, key).filter(template -> !template.retired());
        refuseOutdated(before, expected);
        var own = before.orElseThrow(
                () -> shipped.find(key.code(), key.language()).isPresent()
                        ? Problem.refused("correspondence.problem.ofEncours")
                        : Problem.notFound("correspondence.problem.unknown", key.code()));
        var named = isTheLast(own, company) ? store.strategiesNaming(own.code(), idOf(company)) : List.<String>of();
        if (!named.isEmpty()) {
            throw Problem.refused("correspondence.problem.inUse", String.join(", ", named));
        }
        write(user, company, before, retired(own), "");
    }

    /// Without it the company has no template with the code, in any language.
    private boolean isTheLast(Template own, Optional<Company> company) {
        return behind(own).isEmpty()
                && usableBy(idOf(company)).stream()
                        .noneMatch(other -> other.code().equals(own.code())
                                && !other.language().equals(own.language()));
    }

    private Template write(
            SignedIn user, Optional<Company> company, Optional<Template> before, Template wanted, String comment) {
        store.write(wanted, idOf(company), user.id(), comment);
        var after = store.find(wanted.code(), idOf(company), wanted.language()).orElseThrow();
        audit.record(
                user,
                AuditKind.TEMPLATE,
                company.map(one -> one.code() + "/").orElse("") + after.code() + "/" + after.language(),
                after.label(),
                before.map(Audited::of).orElse(null),
                Audited.of(after));
        return after;
    }

    /// What the audit trail keeps: the texts themselves stand in the versions.
    private record Audited(
            String label,
            String channel,
            String purpose,
            String stage,
            @Nullable Integer level,
            String subject,
            int version,
            boolean retired) {

        static Audited of(Template template) {
            return new Audited(
                    template.label(),
                    template.channel().name(),
                    template.purpose().name(),
                    template.stage().name(),
                    template.level(),
                    template.subject(),
                    template.version(),
                    template.retired());
        }
    }

    private void refuseOutdated(Optional<Template> before, @Nullable Integer expected) {
        var version = before.map(Template::version).orElse(0);
        if (expected == null || expected.equals(version)) {
            return;
        }
        var author = before.map(template -> store.latest(List.of(template.id())).get(template.id()))
                .flatMap(Saved::by)
                .orElse("Encours");
        throw Problem.outdated(
                "correspondence.problem.outdated", author, String.valueOf(version), String.valueOf(expected));
    }

    /// The company of the key, which the user may write for.
    private Optional<Company> writable(SignedIn user, Scope scope, TemplateKey key) {
        if (!mayWrite(user)) {
            throw Problem.forbidden("correspondence.problem.readOnly");
        }
        var company = company(scope, key.company());
        if (company.isEmpty() && !mayWriteForAll(user)) {
            throw Problem.forbidden("correspondence.problem.forAllCompanies");
        }
        return company;
    }

    private Optional<Company> company(Scope scope, @Nullable String code) {
        return Optional.ofNullable(blankToNull(code)).map(named -> companies.get(scope, named));
    }

    private Optional<Template> own(Optional<Company> company, TemplateKey key) {
        return store.find(key.code(), idOf(company), key.language());
    }

    /// What is used until there are own words; in another language when there is none in this one.
    private Optional<Template> inForce(Optional<Company> company, TemplateKey key) {
        return usableBy(idOf(company)).stream()
                .filter(template -> template.code().equals(key.code()))
                .filter(template -> template.language().equals(key.language()))
                .findFirst();
    }

    private Optional<Channel> channelOf(String code) {
        return shipped.all().stream()
                .filter(template -> template.code().equals(code))
                .map(Template::channel)
                .findFirst()
                .or(() -> store.channelOf(code));
    }

    private static @Nullable Long idOf(Optional<Company> company) {
        return company.map(Company::id).orElse(null);
    }

    /// The values of one template under the id and version of another, none when it is new.
    private static Template withIdentity(Template values, Optional<Template> identity) {
        return new Template(
                identity.map(Template::id).orElse(0L),
                values.code(),
                values.company(),
                values.language(),
                values.channel(),
                values.purpose(),
                values.stage(),
                values.level(),
                values.label(),
                values.subject(),
                values.body(),
                identity.map(Template::version).orElse(0),
                values.retired());
    }

    private static Template retired(Template template) {
        return new Template(
                template.id(),
                template.code(),
                template.company(),
                template.language(),
                template.channel(),
                template.purpose(),
                template.stage(),
                template.level(),
                template.label(),
                template.subject(),
                template.body(),
                template.version(),
                true);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
