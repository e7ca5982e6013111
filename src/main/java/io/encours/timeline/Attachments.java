package io.encours.timeline;

import io.encours.identity.Role;
import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.RowId;
import io.encours.platform.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Files that belong to events (C4): scans, proofs, letters received. Kept in the database, so that they come and go
/// with
/// their event and every backup has them.
@Service
public class Attachments {

    static final int LARGEST = 20 << 20;

    private static final int LONGEST_NAME = 200;
    private static final String FIELD = "file";

    private final Timeline timeline;
    private final AttachmentStore store;

    Attachments(Timeline timeline, AttachmentStore store) {
        this.timeline = timeline;
        this.store = store;
    }

    /// Adds a file to an event, in the transaction of the caller if there is one.
    ///
    /// @param name as it was sent
    /// @throws Problem not found, also when the event is outside of the scope; forbidden for who
    ///     only reads; invalid when it is too large or none of the kinds that may be attached
    @Transactional
    public Attachment add(SignedIn user, Scope scope, RowId event, String name, InputStream file) {
        timeline.get(scope, event);
        if (user.role() == Role.EXECUTIVE || user.role() == Role.GUEST) {
            throw Problem.forbidden("timeline.problem.readOnly");
        }
        var content = read(file);
        var kept = plainName(name);
        var type =
                FileType.of(kept, content).orElseThrow(() -> Problem.invalid(FIELD, "timeline.problem.fileType", kept));
        return store.insert(event, kept, type, content, user.displayName());
    }

    /// Whether a file that came from outside would be kept.
    public boolean accepts(String name, byte[] content) {
        return content.length > 0
                && content.length <= LARGEST
                && FileType.of(plainName(name), content).isPresent();
    }

    /// Adds a file that came from outside to the event of its arrival, in the transaction that records it.
    ///
    /// @param content `accepts` takes it
    /// @param author who sent it
    public Attachment addReceived(RowId event, String name, byte[] content, String author) {
        var kept = plainName(name);
        var type = FileType.of(kept, content).orElseThrow();
        return store.insert(event, kept, type, content, author);
    }

    /// @throws Problem not found, also when its event is outside of the scope
    public Attachment get(Scope scope, RowId id) {
        return store.find(scope, id).orElseThrow(() -> Problem.notFound("timeline.problem.unknownFile"));
    }

    /// @throws Problem not found, also when its event is outside of the scope
    public byte[] content(Scope scope, RowId id) {
        return store.content(get(scope, id).id()).orElseThrow(() -> Problem.notFound("timeline.problem.purged"));
    }

    private static byte[] read(InputStream file) {
        try {
            var content = file.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw Problem.invalid(FIELD, "timeline.problem.fileTooLarge");
            }
            if (content.length == 0) {
                throw Problem.invalid(FIELD, "timeline.problem.fileEmpty");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without folders and without signs that mean something to a terminal or a header.
    private static String plainName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "").strip();
        var kept = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        return kept.isEmpty() ? "document" : kept;
    }
}
