package io.encours.timeline.api;

import io.encours.identity.SignedIn;
import io.encours.platform.Cursor;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import io.encours.platform.Slice;
import io.encours.timeline.Attachment;
import io.encours.timeline.AttachmentDownload;
import io.encours.timeline.Attachments;
import io.encours.timeline.Event;
import io.encours.timeline.EventFilter;
import io.encours.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

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
            List<ItemAnswer> items,
            List<FileAnswer> attachments) {

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
                            .toList(),
                    event.attachments().stream().map(FileAnswer::of).toList());
        }
    }

    record ItemAnswer(String id, String document) {}

    record FileAnswer(String id, String name, String mediaType, long bytes, Instant addedAt, String author) {

        static FileAnswer of(Attachment file) {
            return new FileAnswer(
                    file.id().toString(), file.name(), file.mediaType(), file.bytes(), file.addedAt(), file.author());
        }
    }

    private final Timeline timeline;
    private final Attachments attachments;
    private final TransactionTemplate transaction;

    EventResource(Timeline timeline, Attachments attachments, TransactionTemplate transaction) {
        this.timeline = timeline;
        this.attachments = attachments;
        this.transaction = transaction;
    }

    /// @param query `type`, `channel`, `from`, `to`, `q` (words)
    @GetMapping
    Slice<EventAnswer> list(
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam Map<String, String> query,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var events = timeline.ofCustomer(
                scope,
                company,
                code,
                EventFilter.of(query),
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

    /// A note with files: all of it or nothing.
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EventAnswer noteWithFiles(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam @Nullable String text,
            @RequestParam(defaultValue = "") List<String> items,
            @RequestParam(defaultValue = "") List<MultipartFile> file) {
        return EventAnswer.of(Objects.requireNonNull(transaction.execute(status -> {
            var event = timeline.note(user, scope, company, code, text, items);
            file.forEach(each -> add(user, scope, event.id(), each));
            return timeline.get(scope, event.id());
        })));
    }

    @PostMapping(path = "/{event}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    FileAnswer attach(
            SignedIn user,
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String event,
            @RequestParam MultipartFile file) {
        var found = timeline.ofCustomer(scope, company, code, event);
        return FileAnswer.of(add(user, scope, found.id(), file));
    }

    @GetMapping("/{event}/attachments/{id}")
    ResponseEntity<byte[]> file(
            Scope scope,
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String id) {
        var found = timeline.ofCustomer(scope, company, code, event);
        return AttachmentDownload.of(found, id, attachments, scope);
    }

    private Attachment add(SignedIn user, Scope scope, RowId event, MultipartFile file) {
        try (var content = file.getInputStream()) {
            return attachments.add(
                    user, scope, event, Objects.requireNonNullElse(file.getOriginalFilename(), ""), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
