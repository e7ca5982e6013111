package io.encours.strategy.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.platform.web.Texts;
import io.encours.strategy.Strategies;
import io.encours.strategy.Strategies.Version;
import io.encours.strategy.Strategy;
import io.encours.strategy.StrategyDraft;
import io.encours.strategy.TemplateDoubts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/strategies")
class StrategyResource {

    private final Strategies strategies;
    private final TemplateDoubts templates;
    private final Texts texts;

    StrategyResource(Strategies strategies, TemplateDoubts templates, Texts texts) {
        this.strategies = strategies;
        this.templates = templates;
        this.texts = texts;
    }

    /// What is doubtful about a value; it was saved all the same.
    record Warning(String field, String code, String message) {}

    record Answer(@JsonUnwrapped Strategy strategy, List<Warning> warnings) {}

    @GetMapping
    Slice<Strategy> list(Scope scope) {
        return new Slice<>(strategies.within(scope), null);
    }

    /// With its version as entity tag.
    @GetMapping("/{code}")
    ResponseEntity<Answer> get(SignedIn user, Scope scope, @PathVariable String code) {
        var strategy = strategies.get(scope, code);
        return ResponseEntity.ok().eTag(tag(strategy)).body(answer(user, scope, strategy));
    }

    /// A version as lists name it.
    record Saved(
            int version,
            String label,
            Instant savedAt,
            @Nullable String savedBy,
            String comment) {

        static Saved of(Version version) {
            var saved = version.saved();
            return new Saved(
                    version.definition().version(),
                    version.definition().label(),
                    saved.at(),
                    saved.by().orElse(null),
                    saved.comment());
        }
    }

    /// The latest first.
    @GetMapping("/{code}/versions")
    Slice<Saved> versions(Scope scope, @PathVariable String code) {
        return new Slice<>(
                strategies.versions(scope, code).stream().map(Saved::of).toList(), null);
    }

    /// The strategy as it was; putting it again makes it a new version.
    @GetMapping("/{code}/versions/{version}")
    Strategy version(Scope scope, @PathVariable String code, @PathVariable int version) {
        return strategies.version(scope, code, version).definition();
    }

    /// @param match tag of the version that was read; when it is no longer the one in force nothing is written
    /// @param noneMatch `*`: only when there is no such strategy yet
    @PutMapping("/{code}")
    ResponseEntity<Answer> put(
            SignedIn user,
            Scope scope,
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String noneMatch,
            @RequestBody StrategyDraft draft) {
        var put = strategies.put(user, scope, code, draft, expected(match, noneMatch));
        return ResponseEntity.status(put.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(tag(put.strategy()))
                .body(answer(user, scope, put.strategy()));
    }

    private Answer answer(SignedIn user, Scope scope, Strategy strategy) {
        return new Answer(
                strategy,
                templates.of(scope, strategy).stream()
                        .map(doubt -> new Warning(
                                doubt.field(), doubt.code(), texts.text(user.locale(), doubt.code(), doubt.template())))
                        .toList());
    }

    private static String tag(Strategy strategy) {
        return "\"" + strategy.version() + "\"";
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
            throw Problem.unreadable("strategy.problem.tag");
        }
    }
}
