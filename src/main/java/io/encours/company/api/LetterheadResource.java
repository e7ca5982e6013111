package io.encours.company.api;

import io.encours.company.Letterhead;
import io.encours.company.Letterheads;
import io.encours.identity.SignedIn;
import io.encours.platform.BankAccount;
import io.encours.platform.Problem;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The paper of a company; changed by administrators only (`AccessRules`).
@RestController
@RequestMapping("/api/v1/companies/{code}/letterhead")
class LetterheadResource {

    record LetterheadView(
            String name,
            @Nullable String siren,
            @Nullable String address,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String website,
            @Nullable String vatNumber,
            @Nullable String legal,
            @Nullable String signatory,
            @Nullable String iban,
            @Nullable String bic,
            boolean logo) {

        static LetterheadView of(Letterhead letterhead) {
            var account = Optional.ofNullable(letterhead.account());
            return new LetterheadView(
                    letterhead.name(),
                    letterhead.siren(),
                    letterhead.address(),
                    letterhead.postalCode(),
                    letterhead.city(),
                    letterhead.phone(),
                    letterhead.email(),
                    letterhead.website(),
                    letterhead.vatNumber(),
                    letterhead.legal(),
                    letterhead.signatory(),
                    account.map(BankAccount::iban).orElse(null),
                    account.map(BankAccount::bic).orElse(null),
                    letterhead.hasLogo());
        }
    }

    private final Letterheads letterheads;

    LetterheadResource(Letterheads letterheads) {
        this.letterheads = letterheads;
    }

    @GetMapping
    LetterheadView get(SignedIn user, @PathVariable String code) {
        return LetterheadView.of(letterheads.of(user, code));
    }

    @PutMapping
    LetterheadView put(SignedIn user, @PathVariable String code, @RequestBody Letterhead.Draft draft) {
        return LetterheadView.of(letterheads.put(user, code, draft));
    }

    @PostMapping(path = "/logo", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    LetterheadView putLogo(SignedIn user, @PathVariable String code, @RequestParam MultipartFile file)
            throws IOException {
        if (file.getSize() > 1 << 20) {
            throw Problem.invalid("logo", "company.problem.logoTooLarge");
        }
        letterheads.putLogo(user, code, file.getBytes());
        return get(user, code);
    }

    @DeleteMapping("/logo")
    ResponseEntity<Void> removeLogo(SignedIn user, @PathVariable String code) {
        letterheads.removeLogo(user, code);
        return ResponseEntity.noContent().build();
    }
}
