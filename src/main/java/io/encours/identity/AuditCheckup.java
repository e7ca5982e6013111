package io.encours.identity;

import io.encours.platform.Checkup;
import org.springframework.stereotype.Component;

/// The audit trail is whole (Q3).
@Component
class AuditCheckup implements Checkup {

    private static final String NAME = "audit";

    private final Audit audit;

    AuditCheckup(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Finding look() {
        return switch (audit.verify()) {
            case Verification.Intact intact ->
                Finding.sound(
                        NAME,
                        "identity.doctor.audit",
                        intact.head().position(),
                        intact.head().hash());
            case Verification.Broken broken ->
                Finding.broken(NAME, "identity.doctor.auditBroken." + broken.fault(), broken.position());
        };
    }
}
