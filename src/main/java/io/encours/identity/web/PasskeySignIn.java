package io.encours.identity.web;

import io.encours.identity.PageSessions;
import io.encours.identity.PasskeyChallenge;
import io.encours.identity.PasskeyDoor;
import io.encours.identity.PasskeyDoor.Outcome.Refused;
import io.encours.identity.PasskeyDoor.Outcome.Welcome;
import io.encours.identity.PasskeyDoor.Refusal;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Sign-in with a passkey: the question for the device, and its answer.
@Controller
class PasskeySignIn {

    private static final String ASKED = "encours.passkey.who";

    private final PasskeyDoor door;
    private final PageSessions sessions;

    PasskeySignIn(PasskeyDoor door, PageSessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    @PostMapping("/sign-in/passkey/question")
    @ResponseBody
    Map<String, Object> ask(HttpSession session) {
        var question = door.askWho();
        session.setAttribute(ASKED, question.challenge());
        return question.options();
    }

    @PostMapping("/sign-in/passkey")
    void signIn(@RequestParam String credential, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var session = request.getSession();
        var challenge = session.getAttribute(ASKED) instanceof PasskeyChallenge asked ? asked : null;
        session.removeAttribute(ASKED);
        switch (door.signIn(challenge, credential, request.getRemoteAddr())) {
            case Welcome welcome -> sessions.begin(welcome.user(), request, response);
            case Refused refused -> response.sendRedirect("/sign-in?" + reason(refused.why()));
        }
    }

    /// Parameters that `SignInPage` knows; whether a key or its owner is known is told to nobody.
    private static String reason(Refusal why) {
        return switch (why) {
            case UNKNOWN, INACTIVE, WRONG -> "passkey";
            case LOCKED -> "locked";
            case LIMITED -> "limited";
            case EXPIRED -> "expired";
        };
    }
}
