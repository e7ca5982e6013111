package io.encours.correspondence.api;

import io.encours.company.Companies;
import io.encours.correspondence.Template;
import io.encours.correspondence.TemplateDraft;
import io.encours.correspondence.TemplateKey;
import io.encours.correspondence.Templates;
import io.encours.correspondence.Templates.Put;
import io.encours.correspondence.Templates.Version;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Which template is meant is said by `?company=` (without it: of all companies) and `?language=` (without it: French).
@RestController
@RequestMapping("/api/v1/templates")
class TemplateResource {

    private static final String FRENCH = "fr";

    private final Templates templates;
    private final Companies companies;

    TemplateResource(Templates templates, Companies companies) {
        this.templates = templates;
        this.companies = companies;
    }

    /// What a company, or one without its own words, writes with.
    ///
    /// @param language only in this one
    @GetMapping
    Slice<Template> list(
            Scope scope,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String channel) {
        var companyId =
                company == null ? null : (Long) companies.get(scope, company).id();
        return new Slice<>(
                templates.usableBy(companyId).stream()
                        .filter(template ->
                                language == null || template.language().equals(language))
                        .filter(template ->
                                channel == null || template.channel().name().equalsIgnoreCase(channel))
                        .toList(),
                null);
    }

    /// With the version of the words asked for as entity tag: 0 when they are not the company's own yet.
    @GetMapping("/{code}")
    ResponseEntity<Template> get(
            Scope scope,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(defaultValue = FRENCH) String language) {
        var template = templates.get(scope, new TemplateKey(code, company, language));
        var own = Objects.equals(template.company(), company);
        return ResponseEntity.ok().eTag(tag(own ? template.version() : 0)).body(template);
    }

    /// A version as lists name it.
    record Saved(
            int version,
            String label,
            boolean retired,
            Instant savedAt,
            @Nullable String savedBy,
            String comment) {

        static Saved of(Version version) {
            var saved = version.saved();
            return new Saved(
                    version.definition().version(),
                    version.definition().label(),
                    version.definition().retired(),
                    saved.at(),
                    saved.by().orElse(null),
                    saved.comment());
        }
    }

    /// The latest first; none of the texts Encours comes with.
    @GetMapping("/{code}/versions")
    Slice<Saved> versions(
            Scope scope,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(defaultValue = FRENCH) String language) {
        var key = new TemplateKey(code, company, language);
        templates.get(scope, key);
        return new Slice<>(
                templates.versions(scope, key).stream().map(Saved::of).toList(), null);
    }

    /// The template as it was; putting it again makes it a new version.
    @GetMapping("/{code}/versions/{version}")
    Template version(
            Scope scope,
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(defaultValue = FRENCH) String language) {
        return templates
                .version(scope, new TemplateKey(code, company, language), version)
                .definition();
    }

    /// @param removed from the HTML because messages may not contain it
    record Answer(Template template, List<String> removed) {

        static Answer of(Put put) {
            return new Answer(put.template(), put.removed());
        }
    }

    /// @param match tag of the version that was read; when it is no longer the one in force nothing is written
    /// @param noneMatch `*`: only when there are no such words yet
    @PutMapping("/{code}")
    ResponseEntity<Answer> put(
            SignedIn user,
            Scope scope,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(required = false) @Nullable String language,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String noneMatch,
            @RequestBody TemplateDraft draft) {
        if (draft.code() != null && !draft.code().strip().equals(code)) {
            throw Problem.invalid("code", "correspondence.problem.codeDiffers", code);
        }
        var whole = new TemplateDraft(
                code,
                Objects.requireNonNullElse(draft.company(), Objects.requireNonNullElse(company, "")),
                Objects.requireNonNullElse(draft.language(), Objects.requireNonNullElse(language, FRENCH)),
                draft.channel(),
                draft.purpose(),
                draft.stage(),
                draft.level(),
                draft.label(),
                draft.subject(),
                draft.body(),
                draft.comment());
        var put = templates.put(user, scope, whole, expected(match, noneMatch));
        return ResponseEntity.status(put.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(tag(put.template().version()))
                .body(Answer.of(put));
    }

    /// Retires the words; what stands behind them takes their place.
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(
            SignedIn user,
            Scope scope,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String company,
            @RequestParam(defaultValue = FRENCH) String language,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        templates.retire(user, scope, new TemplateKey(code, company, language), expected(match, null));
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }

    private static @Nullable Integer expected(@Nullable String match, @Nullable String noneMatch) {
        if ("*".equals(noneMatch)) {
            return 0;
        }
        if (match == null || match.equals("*")) {
            return null;
        }
        try {
            return Integer.valueOf(match.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Problem.unreadable("correspondence.problem.tag");
        }
    }
}
