package io.encours.correspondence.sms.api;

import io.encours.correspondence.sms.ProviderDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where a provider of short messages reports by HTTP. No token: the signature says who it is.
@RestController
@RequestMapping("/api/v1")
class ProviderResource {

    private final ProviderDoor door;

    ProviderResource(ProviderDoor door) {
        this.door = door;
    }

    /// `{id, status: DELIVERED|FAILED, reason?}`
    @PostMapping("/sms-statuses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void status(
            @RequestHeader(name = "X-Encours-Timestamp", required = false) @Nullable String time,
            @RequestHeader(name = "X-Encours-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        door.status(time, signature, body);
    }

    /// `{id, from, to, text}`
    @PostMapping("/sms-answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @RequestHeader(name = "X-Encours-Timestamp", required = false) @Nullable String time,
            @RequestHeader(name = "X-Encours-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        door.answer(time, signature, body);
    }
}
