package io.encours.importing;

import static encours.db.company.Tables.COMPANY_;
import static encours.db.importing.Tables.IMPORT_MAPPING;

import io.encours.company.Companies;
import io.encours.identity.Audit;
import io.encours.identity.AuditKind;
import io.encours.identity.SignedIn;
import io.encours.importing.layout.KeptLayout;
import io.encours.importing.layout.Layout;
import io.encours.importing.layout.Target;
import io.encours.platform.Problem;
import io.encours.platform.Problem.FieldError;
import io.encours.platform.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Mappings of columns: described once for a company and a kind, found again by the header of the next file.
@Service
public class ImportMappings {

    private static final int LONGEST_NAME = 80;

    private final MappingStore store;
    private final Companies companies;
    private final Audit audit;

    ImportMappings(MappingStore store, Companies companies, Audit audit) {
        this.store = store;
        this.companies = companies;
        this.audit = audit;
    }

    /// @param company code; null: every company of the scope
    /// @param kind null: every kind
    public List<ImportMapping> list(Scope scope, @Nullable String company, @Nullable ImportKind kind) {
        return store.list(
                scope,
                DSL.and(
                        company == null ? DSL.noCondition() : COMPANY_.CODE.eq(company),
                        kind == null ? DSL.noCondition() : IMPORT_MAPPING.KIND.eq(kind.name())));
    }

    public ImportMapping get(Scope scope, long id) {
        return store.list(scope, IMPORT_MAPPING.ID.eq(id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("importing.problem.unknownMapping"));
    }

    /// Makes it, or replaces the one of the same name.
    ///
    /// @param header names of all columns, to be recognised by; empty: only by its name
    /// @throws Problem forbidden to other roles, refused with the fields that are wrong
    @Transactional
    public ImportMapping save(
            Scope scope,
            SignedIn user,
            String company,
            ImportKind kind,
            String name,
            List<String> header,
            Layout layout) {
        onlyImporters(user);
        var owner = companies.get(scope, company);
        var errors = errors(kind, name, header, layout);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        var before = store
                .list(
                        scope,
                        IMPORT_MAPPING
                                .COMPANY_ID
                                .eq(owner.id())
                                .and(IMPORT_MAPPING.KIND.eq(kind.name()))
                                .and(DSL.lower(IMPORT_MAPPING.NAME).eq(DSL.lower(name.strip()))))
                .stream()
                .findFirst();
        var saved = get(scope, store.save(owner.id(), kind, name.strip(), header, layout, user.id()));
        record(before.orElse(null), saved);
        return saved;
    }

    /// @throws Problem forbidden to other roles, not found outside of the scope
    @Transactional
    public void delete(Scope scope, SignedIn user, long id) {
        onlyImporters(user);
        var mapping = get(scope, id);
        store.delete(id);
        record(mapping, null);
    }

    List<KeptLayout> kept(long companyId) {
        return store.kept(companyId);
    }

    Optional<KeptLayout> find(long companyId, String nameOrId) {
        return store.find(companyId, nameOrId.strip());
    }

    private void record(@Nullable ImportMapping before, @Nullable ImportMapping after) {
        var mapping =
                Optional.ofNullable(after).or(() -> Optional.ofNullable(before)).orElseThrow();
        audit.record(
                AuditKind.SETTING,
                "import-mapping " + mapping.id(),
                mapping.name(),
                before == null ? null : facts(before),
                after == null ? null : facts(after));
    }

    private static Map<String, Object> facts(ImportMapping mapping) {
        var facts = new TreeMap<String, Object>(mapping.layout().columns());
        facts.put("company", mapping.company());
        facts.put("kind", mapping.kind().label());
        facts.put("inverted", mapping.layout().inverted());
        facts.put("dates", mapping.layout().dates().name());
        facts.put("decimals", mapping.layout().decimals().name());
        return facts;
    }

    private static List<FieldError> errors(ImportKind kind, String name, List<String> header, Layout layout) {
        var errors = new ArrayList<FieldError>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            errors.add(new FieldError("name", "importing.problem.mappingName", List.of(String.valueOf(LONGEST_NAME))));
        }
        if (kind == ImportKind.FEC) {
            errors.add(new FieldError("kind", "importing.problem.mappingOfFec", List.of()));
        }
        layout.columns().forEach((field, column) -> {
            if (Target.of(kind, field).isEmpty()) {
                errors.add(new FieldError("columns." + field, "importing.problem.noSuchField", List.of(field)));
            } else if (!header.isEmpty() && !header.contains(column)) {
                errors.add(new FieldError("columns." + field, "importing.refusal.noSuchColumn", List.of(column)));
            }
        });
        layout.missing(kind)
                .forEach(field ->
                        errors.add(new FieldError("columns." + field, "importing.problem.noColumn", List.of())));
        return errors;
    }

    private static void onlyImporters(SignedIn user) {
        if (!Imports.mayImport(user)) {
            throw Problem.forbidden("importing.problem.role");
        }
    }
}
