package io.encours.overview.web;

import io.encours.identity.SignedIn;
import io.encours.platform.Problem;
import io.encours.platform.Scope;
import io.encours.platform.web.Address;
import io.encours.platform.web.Page;
import io.encours.timeline.AttachmentDownload;
import io.encours.timeline.Attachments;
import io.encours.timeline.Timeline;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Files of the events of a customer.
@Controller
@RequestMapping("/customers/{company}/{code}/events/{event}/attachments")
class AttachmentPages {

    private final Timeline timeline;
    private final Attachments attachments;

    AttachmentPages(Timeline timeline, Attachments attachments) {
        this.timeline = timeline;
        this.attachments = attachments;
    }

    /// Back to the exchanges, with what was wrong if something was.
    @PostMapping
    String add(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String event,
            @RequestParam MultipartFile file,
            SignedIn user,
            Scope scope,
            Page page,
            RedirectAttributes after)
            throws IOException {
        var found = timeline.ofCustomer(scope, company, code, event);
        try (var content = file.getInputStream()) {
            attachments.add(
                    user, scope, found.id(), Objects.requireNonNullElse(file.getOriginalFilename(), ""), content);
        } catch (Problem problem) {
            if (problem.errors().isEmpty()) {
                throw problem;
            }
            var error = problem.errors().getFirst();
            after.addFlashAttribute(
                    "refused", page.t(error.code(), error.arguments().toArray()));
        }
        return "redirect:/customers/" + Address.part(company) + "/" + Address.part(code) + "/exchanges";
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String id,
            Scope scope) {
        return AttachmentDownload.of(timeline.ofCustomer(scope, company, code, event), id, attachments, scope);
    }
}
