package io.encours.company;

import io.encours.platform.EncoursSettings;
import io.encours.platform.Problem;
import io.encours.platform.mail.SystemMail;
import io.encours.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The link with which a person sets a password, sent to them instead of handed over.
@Service
public class Invitations {

    private final Staff staff;
    private final SystemMail mail;
    private final Texts texts;
    private final EncoursSettings settings;

    Invitations(Staff staff, SystemMail mail, Texts texts, EncoursSettings settings) {
        this.staff = staff;
        this.mail = mail;
        this.texts = texts;
        this.settings = settings;
    }

    /// Mails go out, and the person has an address.
    public boolean canBeSent(Staff.Member to) {
        return mail.isReady() && to.user().email() != null;
    }

    /// As `Staff.firstSignIn`, with the link in a mail.
    ///
    /// @return the address it goes to
    /// @throws Problem not found; refused when the user is not active or has no address, or no mail goes out
    @Transactional
    public String send(String login) {
        var user = staff.get(login).user();
        var address = user.email();
        if (address == null || !mail.isReady()) {
            throw Problem.refused("company.problem.noMail");
        }
        var language = Locale.forLanguageTag(user.language());
        var link = settings.address() + staff.firstSignIn(login);
        mail.write(
                address,
                user.language(),
                texts.text(language, "company.invitation.subject"),
                texts.text(language, "company.invitation.text", user.name(), user.login(), link),
                null,
                List.of());
        return address;
    }
}
