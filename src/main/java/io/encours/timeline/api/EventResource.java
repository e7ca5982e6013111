package io.encours.timeline.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Cursor;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.timeline.Event;
import io.encours.timeline.Timeline;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/{company}/{code}/events")
class EventResource {

    private static final int MOST = 1000;

    record Note(@Nullable String text, @Nullable List<String> items) {}

    record EventAnswer(
            String id,
            LocalDate date,
            OffsetDateTime recordedAt,
            String author,
            String type,
            @Nullable String channel,
            String text,
            @Nullable String outcome,
            Map<String, String> details,
            List<ItemAnswer> items) {

        static EventAnswer of(Event event) {
            return new EventAnswer(
                    event.id().toString(),
                    event.happenedOn(),
                    event.recordedAt(),
                    event.author(),
                    event.type().name(),
                    event.channel(),
                    event.text(),
                    event.outcome(),
                    event.details(),
                    event.items().stream()
                            .map(item -> new ItemAnswer(item.id().toString(), item.document()))
                            .toList());
        }
    }

    record ItemAnswer(String id, String document) {}

    private final Timeline timeline;

    EventResource(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping
    Slice<EventAnswer> list(
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var events = timeline.ofCustomer(
                scope,
                company,
                code,
                cursor.map(word -> Cursor.parse(word, 2)).orElse(null),
                Math.clamp(limit, 1, MOST));
        return new Slice<>(events.items().stream().map(EventAnswer::of).toList(), events.next());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EventAnswer note(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestBody Note note) {
        var items = Objects.requireNonNullElse(note.items(), List.<String>of());
        return EventAnswer.of(timeline.note(user, scope, company, code, note.text(), items));
    }
}
