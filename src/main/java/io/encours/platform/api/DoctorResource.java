package io.encours.platform.api;

import io.encours.platform.Checkup;
import io.encours.platform.web.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether all is well, for administrators (`AccessRules`); what `./encours doctor` prints.
@RestController
@RequestMapping("/api/v1/doctor")
class DoctorResource {

    /// @param sound whether every finding is
    record Report(boolean sound, List<FindingView> findings) {}

    /// @param message in the language of the request
    record FindingView(String check, boolean sound, String message) {}

    private final List<Checkup> checkups;
    private final Texts texts;

    DoctorResource(List<Checkup> checkups, Texts texts) {
        this.checkups = checkups;
        this.texts = texts;
    }

    @GetMapping
    Report report(Locale locale) {
        var findings = checkups.stream()
                .map(Checkup::look)
                .sorted(Comparator.comparing(Checkup.Finding::check))
                .map(found -> new FindingView(
                        found.check(),
                        found.sound(),
                        texts.text(locale, found.textKey(), found.arguments().toArray())))
                .toList();
        return new Report(findings.stream().allMatch(FindingView::sound), findings);
    }
}
